package dev.interact.system;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** An authority that certifies servers, made for a test. All that it hands out is PEM. */
final class Authority {
  private static final Duration VALID = Duration.ofDays(1);

  private final X500Name name;
  private final KeyPair keys = keys();
  private final String certificate;

  /**
   * What a server shows and what it keeps.
   *
   * @param certificate its own, then its authority's
   */
  record Identity(String certificate, String key) {}

  Authority(String name) {
    this.name = new X500Name("CN=" + name);
    this.certificate =
        issue(this.name, keys.getPublic(), Extension.basicConstraints, new BasicConstraints(true));
  }

  /** By which clients know the servers that it certified. */
  String certificate() {
    return certificate;
  }

  /** A server that is reached under an IP address, and under no other name. */
  Identity certify(String address) {
    KeyPair server = keys();
    String issued =
        issue(
            new X500Name("CN=server"),
            server.getPublic(),
            Extension.subjectAlternativeName,
            new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
    return new Identity(issued + certificate, pem("PRIVATE KEY", server.getPrivate().getEncoded()));
  }

  private String issue(
      X500Name subject, PublicKey key, ASN1ObjectIdentifier extension, ASN1Encodable value) {
    Instant now = Instant.now();
    try {
      return pem(
          "CERTIFICATE",
          new JcaX509v3CertificateBuilder(
                  name,
                  BigInteger.valueOf(System.nanoTime()),
                  Date.from(now.minus(VALID)),
                  Date.from(now.plus(VALID)),
                  subject,
                  key)
              .addExtension(extension, true, value)
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
              .getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

package dev.interact.orchestrator.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key a text is. */
final class KeyRequest extends BaseAuthenticationRequest {
  private final String text;

  KeyRequest(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}

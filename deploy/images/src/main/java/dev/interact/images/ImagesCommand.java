package dev.interact.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact images}. */
@Command(
    name = "interact images",
    mixinStandardHelpOptions = true,
    versionProvider = dev.interact.cli.Main.Version.class,
    header = "Make container images of the services, without a Docker engine.",
    description = {
      "",
      "Each is written to a file that 'docker load', 'podman load' or 'kind load image-archive'"
          + " takes, or pushed to a registry, with the credentials that 'docker login' has left.",
      ""
    })
final class ImagesCommand implements Callable<Integer> {
  private static final String BASE = "eclipse-temurin:25-jre";
  private static final List<Role> ALL =
      Arrays.stream(Role.values()).filter(Role::isService).toList();

  private final Workplace workplace;

  @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "Which; all by default.")
  private List<String> services = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the files go; .interact/images by default.")
  private Path to;

  @Option(
      names = "--push",
      paramLabel = "REPOSITORY",
      description =
          "Push to a registry instead: with registry.example.org/lab/interact, the teacher's image"
              + " is registry.example.org/lab/interact-teacher-service.")
  private String push;

  @Option(names = "--tag", paramLabel = "TAG", description = "0.1.0 by default.")
  private String tag = "0.1.0";

  @Option(
      names = "--base",
      paramLabel = "IMAGE",
      description = "The image below, with Java 21 or newer; " + BASE + " by default.")
  private String base = BASE;

  ImagesCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    for (Role service : chosen()) {
      build(service);
    }
    return ExitCode.DONE;
  }

  private List<Role> chosen() {
    return services.isEmpty() ? ALL : services.stream().map(ImagesCommand::find).toList();
  }

  private static Role find(String name) {
    return ALL.stream()
        .filter(role -> role.title().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailed.wrongInput(
                    "There is no service '%s'; there are: %s."
                        .formatted(
                            name,
                            ALL.stream().map(Role::title).collect(Collectors.joining(", ")))));
  }

  private void build(Role service) {
    Path application =
        workplace.root().resolve(service.title()).resolve("target").resolve("quarkus-app");
    Path work = workplace.dataDirectory().resolve("images");
    String prefix = push == null ? "interact" : push;
    String name = "%s-%s:%s".formatted(prefix, service.title(), tag);
    try {
      if (push == null) {
        Path folder = to == null ? work : to;
        Files.createDirectories(folder);
        Path file = folder.resolve(service.title() + ".tar");
        image(service, application).build(Containerizer.to(TarImage.at(file).named(name)), work);
        workplace.terminal().print("%s  %s".formatted(name, file));
      } else {
        image(service, application).build(Containerizer.to(registry(name)), work);
        workplace.terminal().print(name);
      }
    } catch (InvalidImageReferenceException e) {
      throw CommandFailed.wrongInput("'%s' is no name of an image.".formatted(name));
    } catch (RegistryException | ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw CommandFailed.noStack(
          "The image %s was not made: %s".formatted(name, cause.getMessage()), e);
    } catch (IOException | CacheDirectoryCreationException e) {
      throw CommandFailed.unexpected("The image %s was not made.".formatted(name), e);
    } catch (InterruptedException e) {
      throw CommandFailed.interrupted("Interrupted.");
    }
  }

  private ServiceImage image(Role service, Path application) {
    return new ServiceImage(service, application, base, tag);
  }

  private static RegistryImage registry(String name) throws InvalidImageReferenceException {
    ImageReference image = ImageReference.parse(name);
    return RegistryImage.named(image)
        .addCredentialRetriever(
            CredentialRetrieverFactory.forImage(image, event -> {}).dockerConfig());
  }
}

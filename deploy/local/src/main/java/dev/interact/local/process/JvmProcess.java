package dev.interact.local.process;

import java.util.List;
import java.util.Optional;

/** A process of the stack that is a JVM, and may keep its classes for later starts. */
public abstract class JvmProcess extends ChildProcess {
  private volatile Optional<Archive> written = Optional.empty();

  protected JvmProcess(String name, ProcessTable table) {
    super(name, table);
  }

  protected abstract JavaCommand java();

  @Override
  protected final List<String> command() {
    var java = java();
    written = java.written();
    return java.line();
  }

  @Override
  public final boolean archivesAtStop() {
    return isAlive() && written.isPresent();
  }

  @Override
  protected final void ended(boolean inOrder) {
    written.ifPresent(inOrder ? Archive::keep : Archive::discard);
  }
}

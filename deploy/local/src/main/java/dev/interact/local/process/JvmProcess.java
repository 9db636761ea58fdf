package dev.interact.local.process;

import java.util.List;
import java.util.Optional;

/** A process of the stack that is a JVM, and may learn for later ones. */
public abstract class JvmProcess extends ChildProcess {
  private volatile Optional<Archive> learnt = Optional.empty();

  protected JvmProcess(String name, ProcessTable table) {
    super(name, table);
  }

  protected abstract JavaCommand java();

  @Override
  protected final List<String> command() {
    var java = java();
    learnt = java.learnt();
    return java.line();
  }

  @Override
  public final boolean isLearning() {
    return isAlive() && learnt.isPresent();
  }

  /** A process of its own writes what was learnt. */
  @Override
  protected final void crash(Process running) {
    running.descendants().forEach(ProcessHandle::destroyForcibly);
    super.crash(running);
  }

  @Override
  protected final void ended(boolean inOrder) {
    learnt.ifPresent(inOrder ? Archive::keep : Archive::discard);
  }
}

package dev.interact.local;

import dev.interact.local.process.JavaCommand;
import dev.interact.local.process.JvmProcess;
import dev.interact.local.process.ProcessTable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** One of our applications, as its module built it. */
final class QuarkusService extends JvmProcess {
  private static final int PROBE_MILLIS = 2_000;

  private final Instance instance;
  private final Wiring wiring;

  QuarkusService(Instance instance, Wiring wiring, ProcessTable table) {
    super(instance.name(), table);
    this.instance = instance;
    this.wiring = wiring;
  }

  URI uri() {
    return instance.uri();
  }

  @Override
  protected JavaCommand java() {
    return new JavaCommand(heapMegabytes())
        .archivedIn(wiring.config().cache(), instance.role().title(), wiring.config().learns())
        .with(wiring.config().jvmOptions())
        .jar(wiring.config().jar(instance.role()));
  }

  private int heapMegabytes() {
    // A worker has a context of 12 MB in memory several times over: 112 MB are not enough for that.
    return instance.role() == Role.ORCHESTRATOR ? 256 : 160;
  }

  @Override
  protected Map<String, String> environment() {
    return wiring.environment(instance);
  }

  @Override
  protected boolean seesKeys() {
    return instance.role().callsModels();
  }

  @Override
  protected boolean decidesAccess() {
    return instance.role() == Role.ORCHESTRATOR;
  }

  @Override
  protected boolean isReady() {
    try {
      var probe = instance.uri().resolve("/q/health/ready").toURL().openConnection();
      probe.setConnectTimeout(PROBE_MILLIS);
      probe.setReadTimeout(PROBE_MILLIS);
      return ((HttpURLConnection) probe).getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}

package dev.interact.local;

import java.net.URI;
import java.util.Map;

/**
 * One of possibly several processes of a service.
 *
 * @param name of the process and its log
 * @param environment settings of its own, beside those of all
 */
record Instance(Role role, String name, int port, Map<String, String> environment) {

  Instance(Role role, String name, int port) {
    this(role, name, port, Map.of());
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }
}

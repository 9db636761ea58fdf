package dev.interact.local;

import java.net.URI;

/**
 * One of possibly several processes of a service.
 *
 * @param name of the process and its log
 */
record Instance(Role role, String name, int port) {

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }
}

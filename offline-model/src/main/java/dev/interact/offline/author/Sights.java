package dev.interact.offline.author;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Chance;
import java.util.stream.Stream;

final class Sights {
  Sights(String scene, Strength strength, Chance chance) {}

  Stream<Idea> ideas() {
    return Stream.empty();
  }
}

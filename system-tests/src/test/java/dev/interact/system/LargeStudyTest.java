package dev.interact.system;

/** The short form of {@link LargeStudy}. */
class LargeStudyTest extends LargeStudy {
  LargeStudyTest() {
    super(10, 50);
  }
}

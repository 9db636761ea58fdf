package dev.interact.offline.chat;

import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message taken apart: what it tells the model to do, and the material it hands over (a context,
 * a lesson, an answer). Labels ("Context:"), headings, tags, fences and rules cut it into sections.
 * A short section before the first labelled one, or right after a tag that held one, instructs; in
 * any other section the sentences at both ends that read like instructions are peeled off, and the
 * middle is material.
 */
public record Brief(String instructions, String material) {

  /** So many ordinary sentences may stand between two that instruct. */
  private static final int GAP = 2;

  private static final int PREAMBLE = 12;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)([\\s#*\\[(]*(?:[\\w']+[ ]){0,4}"
              + Wording.MATERIAL
              + "[\\s*\\])]*(?:\\w+[\\s*]*){0,2}:[\\s*]*"
              + "|\\s*<(?!/)[^>]*"
              + Wording.MATERIAL
              + "[^>]*>|\\s*#{1,6} .{0,40}\\b"
              + Wording.MATERIAL
              + "\\b.{0,20}$)(.*)");

  private static final Pattern RULE =
      Pattern.compile("\\s*(?:#{1,6} .*|[-=*_~#]{3,}|\"{3,}|'{3,}|`{3,}\\w*|</?[\\w-]+[^>]*>)\\s*");

  private static final Pattern CLOSING_TAG = Pattern.compile("(?<=\\S)(</[\\w-]+>)");

  private static final Memory<Brief> SPLIT = new Memory<>(Brief::split);

  /** Splits the text; either part may be empty. */
  public static Brief of(String text) {
    return SPLIT.of(text);
  }

  private static Brief split(String text) {
    List<Section> sections = sections(text);
    boolean labelled = sections.stream().anyMatch(Section::isMaterial);
    List<String> instructions = new ArrayList<>();
    List<String> material = new ArrayList<>();
    boolean beforeLabel = labelled;
    for (Section section : sections) {
      beforeLabel &= !section.isMaterial();
      if ((beforeLabel || section.followsTag()) && section.sentences().size() <= PREAMBLE) {
        instructions.addAll(section.sentences());
      } else {
        section.share(instructions, material);
      }
    }
    return new Brief(join(instructions), join(material));
  }

  public boolean hasMaterial() {
    return !material.isBlank();
  }

  private static List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    String label = "";
    String tag = "";
    boolean followsTag = false;
    StringBuilder body = new StringBuilder();
    for (String line : CLOSING_TAG.matcher(text).replaceAll("\n$1").split("\\R")) {
      Matcher opening = LABEL.matcher(line);
      boolean opens = opening.matches();
      if (opens || RULE.matcher(line).matches()) {
        sections.add(new Section(label, Sentences.of(body.toString()), followsTag));
        body.setLength(0);
        followsTag = !tag.isEmpty() && line.strip().equals("</" + tag.substring(1));
        label = opens ? opening.group(1) : "";
        tag = label.startsWith("<") ? label : tag;
      }
      body.append(opens ? opening.group(2) : RULE.matcher(line).replaceFirst("")).append('\n');
    }
    sections.add(new Section(label, Sentences.of(body.toString()), followsTag));
    // A rule right after a label is the label's fence.
    for (int i = 0; i + 1 < sections.size(); i++) {
      if (sections.get(i).isEmptyButLabelled()) {
        sections.set(i + 1, sections.get(i + 1).under(sections.get(i).label()));
      }
    }
    return sections;
  }

  private static String join(List<String> sentences) {
    return String.join("\n\n", sentences);
  }

  private record Section(String label, List<String> sentences, boolean followsTag) {

    Section under(String other) {
      return new Section(other, sentences, followsTag);
    }

    boolean isMaterial() {
      return !label.isEmpty() && !sentences.isEmpty();
    }

    boolean isEmptyButLabelled() {
      return !label.isEmpty() && sentences.isEmpty();
    }

    void share(List<String> instructions, List<String> material) {
      int start = isMaterial() ? 0 : peeled(sentences);
      List<String> others = sentences.subList(start, sentences.size());
      int end = sentences.size() - peeled(others.reversed());
      instructions.addAll(sentences.subList(0, start));
      material.addAll(sentences.subList(start, end));
      instructions.addAll(sentences.subList(end, sentences.size()));
    }

    /** How many sentences instruct, from the first one on, if that one does. */
    private static int peeled(List<String> sentences) {
      int peeled = 0;
      int gap = 0;
      for (int i = 0; i < sentences.size() && i <= peeled + gap; i++) {
        if (Wording.instructs(sentences.get(i))) {
          peeled = i + 1;
          gap = GAP;
        }
      }
      return peeled;
    }
  }
}

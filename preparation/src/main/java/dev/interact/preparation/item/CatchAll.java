package dev.interact.preparation.item;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Options that speak of other options: "all of the above", "both A and B" and their like, in
 * English, German, French and Spanish. Such an option means something else in another order.
 */
final class CatchAll {
  private static final String RIGHT_EN =
      "(?: (?:is|are) (?:all |both )?(?:correct|true|right|wrong|false|incorrect))";
  private static final String RIGHT_DE =
      "(?: (?:ist|sind|treffen|trifft) (?:richtig|korrekt|falsch|zu))";
  private static final String RIGHT_FR =
      "(?: (?:est|sont) (?:corrects?|correctes?|vraie?s?|justes?|bonnes?|fausses?))";
  private static final String RIGHT_ES =
      "(?: (?:es|son) (?:correct[ao]s?|verdader[ao]s?|ciert[ao]s?|fals[ao]s?))";

  /** Of texts in lower case without accents and punctuation. */
  private static final List<Pattern> FORMS =
      Stream.of(
              "(?:all|none|any|both|neither|either|some|two|most)(?: of)?(?: the)?"
                  + " (?:above|below|foregoing|preceding|previous)"
                  + "(?: ones| options| answers| choices| statements)?"
                  + RIGHT_EN
                  + "?",
              "(?:all|none|any|both|neither|either|each) of (?:these|those)"
                  + "(?: options| answers| choices| statements)?"
                  + RIGHT_EN
                  + "?",
              "(?:all|none|any|both|neither|either)(?: of)?(?: the)?(?: other)?"
                  + " (?:options|answers|choices|statements|others)(?: above| listed| given)?"
                  + RIGHT_EN
                  + "?",
              "(?:all|none|both|neither)(?: of them)?" + RIGHT_EN,
              "(?:alles?|keine[rs]?|nichts|beides?)(?: der| die| das)?"
                  + " (?:oben|obigen?|oben genannten?|oben stehenden?|obengenannten?|vorstehenden?|genannten?)"
                  + "(?: antworten| optionen| aussagen| moglichkeiten)?"
                  + RIGHT_DE
                  + "?",
              "(?:alles?|keine[rs]?|nichts|beides?) (?:davon|von diesen|dieser|diese|der|die)"
                  + "(?: antworten| optionen| aussagen| antwortmoglichkeiten)"
                  + RIGHT_DE
                  + "?",
              "(?:alles?|keine[rs]?|nichts|beides) (?:davon|von diesen)" + RIGHT_DE + "?",
              "(?:alle|keine|beide) (?:antworten|optionen|aussagen)" + RIGHT_DE + "?",
              "(?:tous|toutes|aucun|aucune|les deux)(?: les| ces| des| de ces)?"
                  + " (?:reponses?|choix|options?|propositions?)(?: ci dessus| precedente?s?| proposee?s)?"
                  + RIGHT_FR
                  + "?",
              "(?:rien de )?(?:tout )?ce qui precede|rien de tout cela|aucune? (?:de|d entre) (?:ces|ce qui precede|elles|eux)",
              "(?:tou(?:s|tes)|aucune?)" + RIGHT_FR,
              "(?:tod[ao]s|ningun[ao]|amb[ao]s|cualquiera)(?: de)?(?: l[ao]s| est[ao]s)?"
                  + " (?:anteriores|opcion(?:es)?|respuestas?|afirmacion(?:es)?)(?: anteriores)?"
                  + RIGHT_ES
                  + "?",
              "(?:tod[ao]s|ningun[ao])(?: de)? est[ao]s|(?:todo|nada de) lo anterior",
              "(?:tod[ao]s|amb[ao]s|ningun[ao])" + RIGHT_ES,
              "(?:only |both |either |neither |nur |sowohl |weder |entweder |ni |tanto |ambas |les deux )?"
                  + "(?:options? |answers? |antworten |reponses |respuestas |opciones )?"
                  + "[a-j](?: [a-j])* (?:and|or|nor|und|oder|noch|als auch|et|ou|ni|y|o|como) [a-j]"
                  + "(?: only)?(?:"
                  + RIGHT_EN
                  + "|"
                  + RIGHT_DE
                  + "|"
                  + RIGHT_FR
                  + "|"
                  + RIGHT_ES
                  + ")?")
          .map(Pattern::compile)
          .toList();

  private CatchAll() {}

  static boolean is(String option) {
    String plain = Normal.letters(option.replace("&", " and "));
    return FORMS.stream().anyMatch(form -> form.matcher(plain).matches());
  }
}

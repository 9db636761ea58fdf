package dev.interact.offline.judge;

import dev.interact.offline.text.Stems;
import java.util.Set;

/** Words that need no material. */
final class Common {

  static final Set<String> STEMS =
      Set.copyOf(
          Stems.of(
              """
              one two three four five six seven eight nine ten first second third last next many much
              more most less least few several both only also other another same different such own
              new old big large small long short high low good bad right wrong true false
              person people man woman child boy girl somebody someone something anything nothing
              thing things place places time times day days year years month date number numbers name
              names named called word words part kind sort way reason result cause effect purpose
              belong gap missing spoken together order following according text story told tell said
              say says give gives given take takes took make makes made get gets go goes went come
              comes came happen happened use used find found keep kept put want wanted think thought
              know known see seen look show shown like likely become became begin began start end
              stop stay leave left work need let help try ask asked answer describe described mention
              mentioned state stated refer main best point idea probably mainly mostly suggest
              colour color shape image picture background left right top bottom centre middle above
              below near nearest between away around across still never always often again even just
              no not yes"""));

  private Common() {}
}

package dev.interact.orchestrator.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Budget;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurseTest {
  private final AccountRow study = account("study/s", new Budget(0.000_001, null, null));
  private final AccountRow owner = account("owner/ada/2026-11", new Budget(null, 50L, 3L));
  private final Purse purse = new Purse(Map.of("s", List.of(study, owner), "t", List.of(owner)));

  private static AccountRow account(String id, Budget budget) {
    AccountRow account = new AccountRow();
    account.id = id;
    account.cap(Cap.of(budget));
    return account;
  }

  @Test
  void what_fits_all_accounts_is_reserved_on_all() {
    assertThat(purse.reserve("s", new Amount(400, 10, 1))).isTrue();

    assertThat(study.reserved()).isEqualTo(new Amount(400, 10, 1));
    assertThat(owner.reserved()).isEqualTo(new Amount(400, 10, 1));
    assertThat(purse.refusals()).isEmpty();
  }

  @Test
  void what_is_given_back_can_be_reserved_again() {
    assertThat(purse.reserve("s", new Amount(900, 40, 1))).isTrue();
    purse.giveBack("s", new Amount(900, 40, 1));

    assertThat(owner.reserved()).isEqualTo(Amount.ZERO);
    assertThat(purse.reserve("s", new Amount(1_000, 50, 3))).isTrue();
  }

  @Test
  void what_does_not_fit_one_is_reserved_on_none_and_nothing_more_is() {
    assertThat(purse.reserve("s", new Amount(1_001, 10, 1))).isFalse();
    assertThat(purse.reserve("s", new Amount(1, 1, 1))).isFalse();

    assertThat(owner.reserved()).isEqualTo(Amount.ZERO);
    assertThat(study.reserved()).isEqualTo(Amount.ZERO);
    assertThat(purse.refusals())
        .containsExactly(
            Map.entry(
                "s",
                new Purse.Refusal(
                    "study",
                    "The cap of the study is reached: the next call might pass $0.000001.")));
  }

  @Test
  void an_owner_s_cap_stops_each_of_his_studies() {
    assertThat(purse.reserve("t", new Amount(0, 50, 1))).isTrue();
    assertThat(purse.reserve("s", new Amount(0, 1, 1))).isFalse();
    assertThat(purse.reserve("t", new Amount(0, 1, 1))).isFalse();
    assertThat(purse.refusals().get("t"))
        .isEqualTo(
            new Purse.Refusal(
                "owner",
                "The cap of owner ada for this month is reached: the next call might pass 50 tokens."));
  }

  @Test
  void whatever_is_reserved_and_spent_no_cap_is_passed() {
    Random random = new Random(20);
    for (int i = 0; i < 10_000; i++) {
      Amount most = new Amount(random.nextInt(50), random.nextInt(5), 1);
      if (new Purse(Map.of("s", List.of(study))).reserve("s", most)) {
        Amount spent = new Amount(random.nextLong(most.nanos() + 1), 0, 1);
        study.reserve(Amount.ZERO.minus(most));
        study.spend(spent);
      }
      assertThat(study.spentNanos + study.reservedNanos).isLessThanOrEqualTo(1_000);
    }
    assertThat(study.spentNanos).isGreaterThan(900);
  }
}

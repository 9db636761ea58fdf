package dev.interact.orchestrator.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  @Test
  void a_fresh_one_is_read_again_and_is_like_no_other() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Token token = Token.fresh();
      assertThat(Token.parse(token.text())).contains(token);
      assertThat(seen.add(token.secret()) && seen.add(token.id())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "interact_",
        "interact_0123456789ab_short",
        "other_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "interact_0123456789AB_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "interact_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ",
        "interact_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"
      })
  void what_is_none_is_none(String text) {
    assertThat(Token.parse(text)).isEmpty();
  }

  @Test
  void it_does_not_print_its_secret() {
    Token token = Token.fresh();
    assertThat(token.toString()).contains(token.id()).doesNotContain(token.secret());
  }
}

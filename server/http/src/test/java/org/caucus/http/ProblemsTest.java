package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whose fault it is that Netty refuses an argument. */
class ProblemsTest {
  private static IllegalArgumentException thrownBy(ThrowingCallable call) {
    return catchThrowableOfType(IllegalArgumentException.class, call);
  }

  @Test
  void aBrokenEscapeIsAFaultOfTheForm() {
    assertThat(Problems.isOfForm(thrownBy(() -> QueryStringDecoder.decodeComponent("%zz"))))
        .isTrue();
  }

  @Test
  void aHeaderThatWeMadeWronglyIsAFaultOfOurs() {
    assertThat(Problems.isOfForm(thrownBy(() -> new DefaultHttpHeaders().add("a b", "c"))))
        .isFalse();
  }
}

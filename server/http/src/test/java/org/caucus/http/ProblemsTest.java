package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.caucus.kernel.Overloaded;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/** What is said of an error: whose fault it is, and what passes in a moment. */
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

  /** Who reads that the database is away looks at the database, and finds nothing. */
  @Test
  void whatPassesInAMomentIsCalledByItsOwnName() {
    Throwable newer = new LogException.Newer("an event", null);

    assertThat(Problems.said(newer, Language.ENGLISH).getString("title"))
        .isEqualTo("The server is being updated");
    assertThat(Problems.said(newer, Language.FRENCH).getString("title"))
        .isEqualTo("Mise à jour du serveur en cours");
    assertThat(Problems.said(new Overloaded(), Language.ENGLISH).getString("title"))
        .isEqualTo("The server is busy");
    for (Throwable passing : List.of(newer, new Overloaded())) {
      assertThat(Problems.said(passing, Language.ENGLISH).getInteger("status")).isEqualTo(503);
      assertThat(Problems.said(passing, Language.ARABIC).getString("detail")).isNotEmpty();
    }
  }
}

package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.lists.MailContent.Mode;
import org.caucus.kernel.SeatId;
import org.junit.jupiter.api.Test;

/** What is said of an audience holds for all that hangs on a thing of that audience. */
class WithheldMailTest {
  private static final Audience TWO =
      Audience.named(List.of(new SeatId("amina"), new SeatId("bola")));

  private static Scope in(Audience place, Audience said) {
    return new Scope(said, null, new Scope(place, null, Scope.place(Audience.everyone())));
  }

  @Test
  void whatIsSaidToFewerWithinAListedAudienceIsWithheldToo() {
    var civil = MailContent.of(Mode.OFF, List.of("CIVIL_SOCIETY"));

    assertThat(civil.isWithheld(in(Audience.civilSociety(), Audience.civilSociety()))).isTrue();
    assertThat(civil.isWithheld(in(Audience.civilSociety(), TWO))).isTrue();
    assertThat(civil.isWithheld(in(Audience.everyone(), TWO))).isFalse();
    assertThat(civil.isWithheld(in(Audience.everyone(), Audience.everyone()))).isFalse();
  }

  @Test
  void everyoneIsListedForItselfAlone() {
    var everyone = MailContent.of(Mode.OFF, List.of("EVERYONE"));

    assertThat(everyone.isWithheld(in(Audience.everyone(), Audience.everyone()))).isTrue();
    assertThat(everyone.isWithheld(in(Audience.everyone(), Audience.civilSociety()))).isFalse();
  }

  @Test
  void smallCirclesAreThoseOfAnyPlaceOnTheWayUp() {
    var sensitive = MailContent.of(Mode.SENSITIVE, List.of());

    assertThat(sensitive.isWithheld(in(TWO, TWO))).isTrue();
    assertThat(sensitive.isWithheld(in(Audience.withCompany("chirp"), Audience.civilSociety())))
        .isTrue();
    assertThat(sensitive.isWithheld(in(Audience.civilSociety(), Audience.civilSociety())))
        .isFalse();
  }
}

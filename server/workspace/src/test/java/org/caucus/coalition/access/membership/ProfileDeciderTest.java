package org.caucus.coalition.access.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberCommand.DescribeSelf;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.SeatProfile;
import org.caucus.coalition.access.WorkingHours;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What members say of themselves: all of it may be left out, and a name is nobody else's. */
class ProfileDeciderTest {
  private static final WorkingHours LATE =
      new WorkingHours(
          600, 1080, List.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY, DayOfWeek.MONDAY), "Asia/Amman");

  private static DescribeSelf named(String name) {
    return new DescribeSelf(name, "", "", List.of(), null);
  }

  private static SeatProfile profile(Given now, SeatId seat) {
    return Objects.requireNonNull(now.state().members().seats().get(seat)).profile();
  }

  @Test
  void anyoneDescribesThemselvesObserversToo() {
    SeatProfile said =
        new SeatProfile(
            "Head of policy",
            "BOH-la",
            List.of("en", "yo"),
            new WorkingHours(
                600, 1080, List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "Asia/Amman"));
    DescribeSelf asked =
        new DescribeSelf("Bola", " Head  of policy ", "BOH-la", List.of("en", "yo", "en"), LATE);

    for (SeatId seat : List.of(BOLA, CLAIRE, CHIKA)) {
      String name = Given.coalition().state().members().nameOf(seat);
      DescribeSelf own =
          new DescribeSelf(
              name, asked.title(), asked.pronunciation(), asked.languages(), asked.hours());
      Given.coalition()
          .when(seat, own)
          .then(new MemberEvent.ProfileChanged(seat, name, name, said));
    }
    Given after = Given.coalition().does(BOLA, asked);
    assertThat(profile(after, BOLA)).isEqualTo(said);
    assertThat(MemberPresenter.roster(after.state(), "lists.example").encode())
        .contains("\"title\":\"Head of policy\"")
        .contains("\"zone\":\"Asia/Amman\"");
    after.when(BOLA, asked).refused(Refusal.Kind.CONFLICT);
    Given.coalition().when(EMEKA, named("Emeka O")).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aNameIsNobodyElsesAndIsInTheAuditLog() {
    Refusal taken =
        Given.coalition().when(BOLA, named("AMlNA")).refused(Refusal.Kind.INVALID, "name");
    assertThat(taken.why()).contains("Amina");
    Given.coalition().when(BOLA, named("Emeka")).refused(Refusal.Kind.INVALID, "name");
    Given.coalition().when(BOLA, named("Bo\u202Ela")).refused(Refusal.Kind.INVALID, "name");
    Given.coalition()
        .when(BOLA, new DescribeSelf("Bola", "Head\u200B", "", List.of(), null))
        .refused(Refusal.Kind.INVALID, "title");

    var renamed = new MemberEvent.ProfileChanged(BOLA, "Bola Ade", "Bola", SeatProfile.NONE);
    var same = new MemberEvent.ProfileChanged(BOLA, "Bola", "Bola", SeatProfile.NONE);
    Given.coalition().when(BOLA, named("Bola Ade")).then(renamed);
    MemberCapability members = new MemberCapability();
    assertThat(members.isAudited(renamed)).isTrue();
    assertThat(members.isActivity(renamed)).isTrue();
    assertThat(members.isAudited(same)).isFalse();
    assertThat(members.isActivity(same)).isFalse();
  }

  private static SeatPicture picture(int of) {
    return new SeatPicture("blob" + of, "image/png", 100, "%020x".formatted(of));
  }

  private static @Nullable String pictured(Given now, SeatId seat) {
    return Objects.requireNonNull(now.state().members().seats().get(seat)).pictured();
  }

  @Test
  void aPictureStaysUntilItIsTakenAwayOrTheSeatEnds() {
    Given shown =
        Given.coalition()
            .does(CHIKA, new MemberCommand.ShowSelf(picture(1)))
            .does(CHIKA, named("Chika Obi"));

    assertThat(pictured(shown, CHIKA)).isEqualTo("%020x".formatted(1));
    assertThat(MemberPresenter.roster(shown.state(), "lists.example").encode())
        .contains("\"picture\":\"00000000000000000001\"")
        .doesNotContain("blob1");
    shown.when(CHIKA, new MemberCommand.ShowSelf(picture(1))).refused(Refusal.Kind.CONFLICT);
    shown
        .when(CHIKA, new MemberCommand.ShowSelf(null))
        .then(new MemberEvent.PictureChanged(CHIKA, null));
    Given.coalition().when(CHIKA, new MemberCommand.ShowSelf(null)).refused(Refusal.Kind.CONFLICT);
    Given.coalition()
        .when(EMEKA, new MemberCommand.ShowSelf(picture(1)))
        .refused(Refusal.Kind.ABSENT);
    assertThat(pictured(shown.does(AMINA, new MemberCommand.EndSeat(CHIKA)), CHIKA)).isNull();
  }

  @Test
  void aPictureIsAuditedAndNoNews() {
    var changed = new MemberEvent.PictureChanged(CHIKA, picture(1));
    var removed = new MemberEvent.PictureChanged(CHIKA, null);
    MemberCapability members = new MemberCapability();

    assertThat(members.isAudited(changed)).isTrue();
    assertThat(members.isAudited(removed)).isTrue();
    assertThat(members.isActivity(changed)).isFalse();
    assertThat(members.isPossibleWhenClosed(changed)).isFalse();
    assertThat(members.isPossibleWhenClosed(removed)).isTrue();
  }

  @Test
  void hoursEndAfterTheyBeginInAZoneThatThereIs() {
    for (WorkingHours wrong :
        List.of(
            new WorkingHours(600, 600, List.of(DayOfWeek.MONDAY), "Africa/Lagos"),
            new WorkingHours(600, 700, List.of(DayOfWeek.MONDAY), "Africa/Nowhere"))) {
      Given.coalition()
          .when(BOLA, new DescribeSelf("Bola", "", "", List.of(), wrong))
          .refused(Refusal.Kind.INVALID, "hours");
    }
  }

  @Test
  void whoLeavesTakesTheirProfileAlong() {
    Given after =
        Given.coalition()
            .does(BOLA, new DescribeSelf("Bola", "Head", "", List.of("en"), LATE))
            .does(AMINA, new MemberCommand.EndSeat(BOLA));

    assertThat(profile(after, BOLA)).isEqualTo(SeatProfile.NONE);
    assertThat(after.state().members().nameOf(BOLA)).isEqualTo("Bola");
  }
}

package org.caucus.workspace.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each template makes in each language what it shows, by commands that nobody refuses. */
class TemplatesTest {
  static Stream<Arguments> all() {
    return Stream.of(WorkspaceTemplate.values())
        .flatMap(t -> Stream.of(Language.values()).map(l -> Arguments.of(t, l)));
  }

  private static List<TemplateStep.Made> made(WorkspaceTemplate template, Language language) {
    var filling =
        new TemplateStep.Filling(
            template, language, "cop", LocalDate.of(2030, 3, 1), ZoneId.of("Africa/Lagos"));
    return template.steps().stream().map(step -> step.in(filling)).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsShownIsMade(WorkspaceTemplate template, Language language) {
    Given given =
        Given.nothing()
            .and(
                new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
                Parties.organisation("rights", "Rights Now", Side.CIVIL_SOCIETY),
                Parties.seat(AMINA, "rights", Role.CONVENOR, null));
    List<TemplateStep.Made> all = made(template, language);
    for (TemplateStep.Made one : all) {
      for (Command command : one.commands()) {
        given = given.does(AMINA, command);
      }
      if (one.place().isEmpty()) {
        Ref made = Ref.to(one.kind(), Given.THING);
        assertThat(given.state().item(made).orElseThrow().scope().audience())
            .as(one.name())
            .isEqualTo(one.audience());
      }
    }

    assertThat(given.state().lists().list("cop-civil").orElseThrow().audience())
        .isEqualTo(Audience.civilSociety());
    TemplateStep.Made tracker =
        all.stream().filter(m -> m.kind() == Ref.Kind.TRACKER).findFirst().orElseThrow();
    String key = tracker.place().orElseThrow().ref().id();
    assertThat(given.state().issues().tracker(key).orElseThrow().name()).isEqualTo(tracker.name());
    assertThat(all).allSatisfy(m -> assertThat(m.name() + m.details()).doesNotContain("{", "|"));
    assertThat(all).extracting(TemplateStep.Made::kind).contains(Ref.Kind.ISSUE, Ref.Kind.ACTION);
  }
}

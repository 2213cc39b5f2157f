package org.caucus.coalition.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a text mentions, in the shapes in which people write names. */
class MentionReadingTest {
  private static final Given HERE =
      Given.nothing()
          .and(
              new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
              Parties.organisation("rights", "Rights Now", Side.CIVIL_SOCIETY),
              Parties.organisation("press", "Press Union", Side.CIVIL_SOCIETY),
              Parties.organisation("sahel", "Réseau Sahel", Side.CIVIL_SOCIETY),
              Parties.organisation("lantern", "Lantern Platforms", Side.COMPANY),
              Parties.organisation("chirp-ng", "Chirp", Side.COMPANY),
              seat("amina", "Amina Bello", "rights", Role.CONVENOR),
              seat("bola", "Bola Adé", "press", Role.MEMBER),
              seat("bello", "Zainab Bello Musa", "press", Role.MEMBER),
              seat("twin1", "Kemi Ojo", "rights", Role.MEMBER),
              seat("twin2", "Kemi Ojo", "press", Role.MEMBER),
              seat("awa", "Awa N’Diaye", "sahel", Role.MEMBER),
              seat("oscar", "Óscar Núñez-Díaz", "sahel", Role.MEMBER),
              seat("salma", "سلمى بن يوسف", "sahel", Role.MEMBER),
              seat("ahmad", "أحمد علي", "press", Role.MEMBER),
              seat("lin", "Lin Tan", "lantern", Role.LIAISON),
              seat("mo", "Mo Sani", "lantern", Role.LIAISON),
              seat("chika", "Chika Obi", "chirp-ng", Role.LIAISON),
              seat("gone", "Emeka Eze", "rights", Role.MEMBER),
              new MemberEvent.SeatEnded(new SeatId("gone")));

  private static Event seat(String id, String name, String organisation, Role role) {
    return new MemberEvent.SeatTaken(
        new SeatId(id), "person-" + id, name, organisation, role, null, null);
  }

  private static MentionReading read(String author, Audience audience, String text) {
    return MentionReading.of(
        HERE.state().members(), new SeatId(author), Scope.place(audience), text);
  }

  private static String said(Mention m) {
    return m.id() + (m.asks() ? "?" : "");
  }

  /** Who is told, then who is outside, then what is unclear; with {@code ?} who is asked. */
  private static String shown(MentionReading reading) {
    return reading.mentions().stream()
            .map(MentionReadingTest::said)
            .collect(Collectors.joining(" "))
        + reading.outside().stream().map(n -> " -" + n).collect(Collectors.joining())
        + reading.unclear().stream().map(n -> " ~" + n).collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        // plain shapes
        "@Amina Bello please read | amina",
        "@amina bello | amina",
        "@AMINA | amina",
        "Hello @Bola Adé. | bola",
        "Hello @bola ade, thanks | bola",
        "(@Bola) | bola",
        "“@Bola” | bola",
        "@Bola/@Awa/@Oscar | bola awa oscar",
        "@Bola & @Awa | bola awa",
        "@Bola, @Awa and @Oscar | bola awa oscar",
        "@Bola @Bola @Bola | bola",
        "*@Bola* and **@Awa** | bola awa",
        "cc:@Bola | bola",
        "＠Bola | bola",
        // the longest name
        "@Zainab Bello Musa | bello",
        "@Zainab agrees | bello",
        "@Oscar Nunez-Diaz | oscar",
        "@Oscar Nunez | oscar",
        "@Awa N'Diaye | awa",
        "@awa n’diaye: | awa",
        "@Kemi Ojo (press) | twin2",
        "@Kemi Ojo (Rights Now), hello | twin1",
        "@Kemi Ojo | '' ~Kemi Ojo",
        // possessives and what follows
        "@Bola's memo | bola",
        "@Bola’s memo | bola",
        "@Bola: yes | bola",
        "@Bola! | bola",
        "@Bola... | bola",
        "@Bolanle | ''",
        "@Bola2 | ''",
        // organisations and groups
        "@lantern | lantern",
        "@Lantern Platforms said | lantern",
        "@LANTERN's form | lantern",
        "@chirp-ng | chirp-ng",
        "@Chirp | chirp-ng",
        "@press union | press",
        "@reseau sahel | sahel",
        "@civil society | CIVIL_SOCIETY",
        "@Civil-Society | CIVIL_SOCIETY",
        "@everyone | EVERYONE",
        "@société civile : bonjour | CIVIL_SOCIETY",
        "@tout le monde | EVERYONE",
        "@everyone, and @lantern | EVERYONE lantern",
        // no names
        "a@b.example | ''",
        "amina@rights.example | ''",
        "mail to press@bola | ''",
        "@lantern.example | ''",
        "@bola@mastodon.example | ''",
        "@bola:matrix.example | ''",
        "@lantern_support | ''",
        "@lantern-official | ''",
        "https://chirp.example/@bola | ''",
        "https://chirp.example/?u=@bola | ''",
        "@ Bola | ''",
        "@@Bola | ''",
        "@nobody here | ''",
        "@Emeka Eze | ''",
        "`@Bola` and @Awa | awa",
        // other languages
        "d'@Awa et l’@Oscar | awa oscar",
        "Merci @Awa ! | awa",
        "« @Awa » | awa",
        "مرحبا @سلمى بن يوسف، شكرا | salma",
        "و@سلمى | salma",
        "@احمد علي | ahmad",
        "@أَحْمَد | ahmad",
        "@المجتمع المدني | CIVIL_SOCIETY",
        "@الجميع | EVERYONE",
        // questions
        "@Bola can you send it? | bola?",
        "@Bola thanks. Does it help? | bola",
        "Could you, @Bola, look? And @Awa knows. | bola? awa",
        "Who reads first? @Bola @Awa | bola? awa?",
        "@Bola see https://x.example/?a=1 now. | bola",
        "@Bola, could you ask, e.g. the agency? | bola?",
        "@سلمى هل يمكنك الرد؟ | salma?",
        "@Awa, peux-tu relire ? | awa?",
      })
  void aNameIsFoundAsPeopleWriteIt(String text, String expected) {
    assertThat(shown(read("amina", Audience.everyone(), text)).strip())
        .as(text)
        .isEqualTo(expected == null ? "" : expected.replace("''", "").strip());
  }

  @Test
  void namesGoOverTheEndOfALineAndNotOverABlankOne() {
    assertThat(shown(read("amina", Audience.everyone(), "I ask @Bola\nAdé for it.")))
        .isEqualTo("bola");
    assertThat(read("amina", Audience.everyone(), "I ask @Zainab\nBello Musa.").mentions())
        .extracting(Mention::name)
        .containsExactly("Zainab Bello Musa");
    assertThat(shown(read("amina", Audience.everyone(), "@Bola,\n\nCould you send it?")))
        .as("a name above its question")
        .isEqualTo("bola?");
  }

  @Test
  void whatIsQuotedPassedOnSignedOrCodeMentionsNobody() {
    String text =
        """
        I agree.

        ```
        @Bola
        ```

        On 3 June 2026, Amina wrote:
        > @Awa please read
        """;
    assertThat(read("amina", Audience.everyone(), text).mentions()).isEmpty();
    assertThat(read("amina", Audience.everyone(), "Thanks\n\n-- \nAmina, @lantern").mentions())
        .isEmpty();
    assertThat(
            read(
                    "amina",
                    Audience.everyone(),
                    "FYI\n\n-------- Forwarded Message --------\nSubject: x\n\n@Bola")
                .mentions())
        .isEmpty();
  }

  @Test
  void whoCannotReadItIsNamedAndAnOrganisationIsToldAsFarAsItReads() {
    MentionReading inside = read("amina", Audience.civilSociety(), "@Lin and @lantern and @Bola");
    assertThat(shown(inside)).isEqualTo("bola -Lin -lantern");
    assertThatThrownBy(() -> inside.mustBeWhole("text"))
        .isInstanceOfSatisfying(
            Refusal.class,
            no -> {
              assertThat(no.field()).isEqualTo("text");
              assertThat(no.why()).contains("Lin, lantern").contains("without @");
            });

    Audience few = Audience.named(java.util.List.of(new SeatId("amina"), new SeatId("lin")));
    assertThat(shown(read("amina", few, "@lantern @civil society @everyone")))
        .isEqualTo("lantern CIVIL_SOCIETY EVERYONE");
    assertThat(shown(read("lin", Audience.companyOnly("lantern"), "@civil society")))
        .isEqualTo(" -civil society");
  }

  @Test
  void aTextMentionsFiftyAtTheMostAndEachOnce() {
    Given many =
        HERE.and(
            IntStream.range(0, 60)
                .mapToObj(i -> seat("s" + i, "Person" + i + " Name", "press", Role.MEMBER))
                .toArray(Event[]::new));
    String all =
        IntStream.range(0, 60)
            .mapToObj(i -> "@Person" + i + " Name")
            .collect(Collectors.joining(", "));
    MentionReading reading =
        MentionReading.of(
            many.state().members(), new SeatId("amina"), Scope.place(Audience.everyone()), all);

    assertThat(reading.mentions()).hasSize(MentionReading.MAX_MENTIONS);
    assertThat(reading.tooMany()).isTrue();
    assertThatThrownBy(() -> reading.mustBeWhole("text")).hasMessageContaining("The limit is 50");
  }

  @Test
  void manyWaysOfWritingOneNameAreKeptUpToALimit() {
    String letters = "eéèêëēEÉÈÊ";
    String names =
        IntStream.range(0, 1_000)
            .mapToObj(
                n ->
                    "@%sv%sryon%s"
                        .formatted(
                            letters.charAt(n % 10),
                            letters.charAt(n / 10 % 10),
                            letters.charAt(n / 100)))
            .collect(Collectors.joining(" "));

    MentionReading reading = read("amina", Audience.everyone(), names + " @Bola");

    assertThat(reading.isWhole()).isTrue();
    assertThat(reading.mentions()).hasSize(MentionReading.MAX_SPELLINGS + 1);
    assertThat(said(reading.mentions().getLast())).isEqualTo("bola");
  }

  /** In time that does not grow with the square of their number: that took minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"@Bola. ", "@Bola ", "@Bola\n\n", "@Bola.?", "@Bola, ok. ", "@é"})
  void namesWithoutEndAreReadInTime(String one) {
    String text = one.repeat(Post.MAX_TEXT_CHARS / one.length());

    long before = cpu();
    MentionReading reading = read("amina", Audience.everyone(), text);

    assertThat(reading.mentions()).hasSizeLessThan(2);
    assertThat(cpu() - before).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void backticksWithoutEndAreReadInTime() {
    int half = Post.MAX_TEXT_CHARS / 2;
    long before = cpu();
    MentionReading reading =
        read("amina", Audience.everyone(), "@Bola " + "`".repeat(half) + "x".repeat(half));

    assertThat(reading.mentions()).hasSize(1);
    assertThat(cpu() - before).isLessThan(Duration.ofSeconds(10).toNanos());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void aLargeGroupIsMentionedByConvenorsAlone() {
    Given many =
        HERE.and(
            IntStream.range(0, 101)
                .mapToObj(i -> seat("s" + i, "Person" + i, "press", Role.MEMBER))
                .toArray(Event[]::new));
    Scope scope = Scope.place(Audience.everyone());

    MentionReading byMember =
        MentionReading.of(many.state().members(), new SeatId("bola"), scope, "@everyone hello");
    assertThat(byMember.largeGroup()).isTrue();
    assertThat(byMember.mentions()).isEmpty();
    MentionReading byConvenor =
        MentionReading.of(many.state().members(), new SeatId("amina"), scope, "@everyone hello");
    assertThat(byConvenor.isWhole()).isTrue();
    assertThat(byConvenor.mentions()).hasSize(1);
  }
}

package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads as mail programs and people write them: what is meant is done, or it goes to nobody. */
class HeadShapesTest extends LetterWriting {
  private static final String COALITION = "coalition@caucus.example";

  private static final String OUTLOOK =
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}\
      </style></head><body lang=EN-GB><div class=WordSection1>
      <p class=MsoNormal><span lang=EN-US>Priority:&nbsp;high<o:p></o:p></span></p>
      <p class=MsoNormal><b>Audience</b>: civil society<o:p></o:p></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal>The draft has no appeal.<o:p></o:p></p>
      </div></body></html>\
      """;

  private static final String GMAIL =
      """
      <div dir="ltr"><div><b>Priority:</b> high</div><div>Audience: civil society<br></div>\
      <div><br></div><div>The draft has no appeal.</div></div>\
      """;

  private void isOpenedAsMeant() {
    Issue issue = issue("COP-CS-1");
    assertThat(issue.facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue.audience()).isEqualTo(Audience.civilSociety());
    assertThat(issue.description()).isEqualTo("The draft has no appeal.");
  }

  @ParameterizedTest
  @ValueSource(strings = {OUTLOOK, GMAIL})
  void aHeadInHtmlAloneIsRead(String html) throws IOException {
    mail(BOLA, TRACKER, "Appeals", "Content-Type: text/html; charset=utf-8\n", html);

    isOpenedAsMeant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIORITY: HIGH\nAUDIENCE: CIVIL SOCIETY\n\nThe draft has no appeal.",
        "Priority: high\n\nAudience: civil society\n\nThe draft has no appeal.",
        "Audience\u00a0: civil society\nPriority\u00a0:\u00a0high\n\nThe draft has no appeal.",
        "*Audience:* civil society\n*Priority:* high\n\nThe draft has no appeal.",
        "\u200f\ufeffAudience: civil society\nPriority: high\n\nThe draft has no appeal.",
        "\u00a0\n\nPriority: high\nAudience: civil society\n\nThe draft has no appeal.",
      })
  void aHeadIsReadHoweverItIsSet(String text) throws IOException {
    mail(BOLA, TRACKER, "Appeals", text);

    isOpenedAsMeant();
  }

  @Test
  void aHeadIsReadHoweverItIsEncoded() throws IOException {
    String flowed = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no\n";
    mail(
        BOLA,
        TRACKER,
        "Appeals",
        flowed,
        "Priority: high\nAudience: civil society\n\nThe draft has \nno appeal.");
    isOpenedAsMeant();
    String quoted = "Content-Transfer-Encoding: quoted-printable\n";
    mail(
        BOLA,
        TRACKER,
        "Appeals",
        quoted,
        "Priority=3A high\nAudience=C2=A0: civil=20soc=\niety\n\nThe draft has no appeal.");
    String base64 =
        Base64.getMimeEncoder()
            .encodeToString(
                "Audience: civil society\r\nPriority: high\r\n\r\nSo."
                    .getBytes(StandardCharsets.UTF_8));
    mail(BOLA, TRACKER, "Appeals", "Content-Transfer-Encoding: base64\n", base64);

    assertThat(issue("COP-CS-2").facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue("COP-CS-3").facets().priority()).isEqualTo(Priority.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Priority: high \nAudience: civil society \n\nThe draft has \nno appeal.",
        "Audience: civil society \nPriority: \nhigh\n\nThe draft has no appeal.",
        "*Priority:* high \n*Audience:* civil \nsociety\n\nThe draft has no appeal.",
      })
  void whatAFlowedTextBreaksInAHeadIsPutTogether(String text) throws IOException {
    String flowed = "Content-Type: text/plain; charset=utf-8; format=flowed\n";
    mail(BOLA, TRACKER, "Appeals", flowed, text);

    isOpenedAsMeant();
  }

  @Test
  void aLineThatAProgramBrokeBetweenTwoOthersIsOne() throws IOException {
    mail(
        BOLA,
        TRACKER,
        "Appeals",
        "Document: Code of Practice for interactive computer service platforms, the draft\n"
            + "of June 2026\nPriority: high\nAudience: civil society\n\nThe draft has no appeal.");

    isOpenedAsMeant();
    assertThat(issue("COP-CS-1").facets().citation().document())
        .endsWith("platforms, the draft of June 2026");
    mail(BOLA, TRACKER, "Fees", "Priority: high\nThe fee is due.\nDue: 2026-12-01\n\nSo.");
    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Priority: normal\n    Due: 2026-12-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Audeince: civil society\n\nAmong us.",
        "Audiance: civil society\nAmong us.",
        "Audience civil society:\n\nAmong us.",
        "AUDIENC : civil society\n\nAmong us.",
      })
  void readersThatAreMisspeltReachNobody(String text) throws IOException {
    mail(BOLA, COALITION, "Our line", text);

    assertThat(office.events(ListEvent.ThreadStarted.class)).isEmpty();
    assertThat(refused())
        .containsExactly(
            RefusalMessages.UNKNOWN_AUDIENCE.english(), AGAIN + "\n    Audience: civil society");
  }

  @Test
  void misspeltReadersOfAnAnswerReachNobodyEither() throws IOException {
    mail("amina@rights.example", COALITION, "Memo", "Who drafts it?");
    String to = ticketOf("bola");
    mail(BOLA, to, "Re: Memo", "Audiance: civil society\n\nNot they.");

    assertThat(refused().getFirst()).isEqualTo(RefusalMessages.UNKNOWN_AUDIENCE.english());
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @Test
  void whoReadsItIsSaidOnce() throws IOException {
    mail(BOLA, COALITION, "Our line", "Audience: civil society\nAudience: everyone\n\nAmong us.");
    mail(BOLA, TRACKER, "Ours", "Audience: everyone\nPriority: low\nAudience: me\n\nMine.");

    assertThat(office.events(ListEvent.ThreadStarted.class)).isEmpty();
    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
    assertThat(refused()).containsExactly(RefusalMessages.TWO_AUDIENCES.english());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provisions@caucus.example | Priority: low~Deu: 2026-12-01 | This command is not known for"
            + " an issue | Priority: low~due: 2026-12-01",
        "provisions@caucus.example | Audience: civil society~Deu: 2026-12-01 | not known for an"
            + " issue | Audience: civil society~due: 2026-12-01",
        "provisions@caucus.example | Priorty: low | This command is not known for an issue |"
            + " priority: low",
        "provisions@caucus.example | Priorty: low~Audience: civil society | not known for an issue"
            + " | Audience: civil society~priority: low",
        "provisions@caucus.example | Priorty: low~Audeince: me | does not know the audience |"
            + " Audience: me~priority: low",
        "updates.chirp@caucus.example | Kind: status~Publsh-at: 2026-12-01T09:00Z | at the top of"
            + " an update | Kind: status~publish-at:",
        "updates.chirp@caucus.example | Atribution: off record | at the top of an update |"
            + " attribution: off record",
        "cop+actions@caucus.example | Audience: me, amina~Agneda: One | at the top of a new action"
            + " | Audience: Amina~agenda: One",
      })
  void aMisspeltLineIsNoTextAndComesBackPutRight(String to, String lines, String rule, String right)
      throws IOException {
    mail(to.startsWith("updates") ? CHIKA : BOLA, to, "Fees", lines.replace('~', '\n') + "\n\nSo.");

    assertThat(refused().getFirst()).contains(rule);
    assertThat(refused().getLast()).startsWith(AGAIN + "\n    " + right.replace("~", "\n    "));
    assertThat(office.state().issues().byId()).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
    assertThat(office.state().actions().byId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sue: can you look at this?",
        "Question: who pays?\nDue: 2026-12-01",
        "Two things:\nDue: tomorrow",
      })
  void proseStaysProse(String text) throws IOException {
    mail(BOLA, TRACKER, "Fees", text);

    assertThat(issue("COP-1").description()).isEqualTo(text);
    assertThat(issue("COP-1").facets().labels()).isEmpty();
  }

  @Test
  void whatAPhonePutsBelowAHeadIsNoLineOfIt() throws IOException {
    mail(BOLA, TRACKER, "Fees", "Priority: high\n\nSent from my iPhone");

    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue("COP-1").description()).isEmpty();
  }

  static List<String> prefixes() {
    return List.of("RE: ", "Re : ", "AW: ", "SV: WG: ", "R: ", "Rép : ", "رد: ", "回复：", "Re[2]: ");
  }

  @Test
  void aSubjectSetsWhateverStandsBeforeIt() throws IOException {
    String id = opened(null);
    for (String prefix : prefixes()) {
      String word = prefix.length() % 2 == 0 ? "LOW" : "urgent";
      String subject =
          "=?utf-8?B?"
              + Base64.getEncoder()
                  .encodeToString(
                      (prefix + "[COP-1] 24 hours [PRIORITY = " + word + "]")
                          .getBytes(StandardCharsets.UTF_8))
              + "?=";
      mail(BOLA, TRACKER, subject, answers(id), "So.");
      assertThat(issue("COP-1").facets().priority())
          .as(prefix)
          .isEqualTo(Priority.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    assertThat(office.state().entries().under(issue("COP-1").ref()))
        .hasSize(prefixes().size())
        .allMatch(e -> e.text().equals("So."));
  }

  @ParameterizedTest
  @CsvSource({"PROVISIONS+DONE, DONE", "Provisions+Forwarded, WAITING", "provisions+QUIET, OPEN"})
  void aVerbIsOneInCapitalsToo(String local, IssueState state) throws IOException {
    String id = opened(null);
    mail(BOLA, local + "@caucus.example", "Re: 24 hours", answers(id), "So.");

    assertThat(issue("COP-1").state()).isEqualTo(state);
    assertThat(office.events(IssueEvent.IssueQuieted.class))
        .hasSize(state == IssueState.OPEN ? 1 : 0);
  }

  @Test
  void anOldAnswerOpensItAgainAndSaysSoOnce() throws IOException {
    String id = opened(null);
    mail(BOLA, "provisions+done@caucus.example", "Re: x", answers(id), "It is settled.");
    mail(CHIKA, TRACKER, "Re: [COP-1] x [state=triage]", answers(id), "Not so.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.TRIAGE);
    assertThat(office.events(IssueEvent.IssueReopened.class)).hasSize(1);
    mail(BOLA, TRACKER, "Re: x [state=declined]", answers(id), "We leave it.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DECLINED);
    assertThat(
            office.state().entries().under(issue("COP-1").ref()).stream()
                .map(e -> e.text())
                .collect(Collectors.joining(" ")))
        .isEqualTo("It is settled. Not so. We leave it.");
  }
}

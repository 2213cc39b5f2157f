package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.identity.SignInRoutes;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a request is refused can be said in every language: read from the sources that refuse. */
class RefusalsTest {
  private static final MessageCatalogue REFUSALS = MessageCatalogue.of("refusals");
  private static final Pattern REFUSED =
      Pattern.compile("Refusal\\s{0,80}\\.(invalid|forbidden|conflict|tooLarge|unsupported)\\(");
  private static final Pattern VALUE = Pattern.compile("\\{[0-9]\\*?}");
  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

  /** Three words after each other: somebody reads it. */
  private static final Pattern SPEECH =
      Pattern.compile("[A-Za-z]{2,20}'?[a-z]{0,20} [a-z']{1,20} [a-z']{2,20}");

  /** Who runs the server reads these, in English; or other programs do. */
  private static final Set<String> FOR_OPERATORS =
      Set.of(
          "app",
          "operator",
          "messaging/rolemailboxes",
          "platform/crypto",
          "platform/eventlog",
          "platform/jobs",
          "platform/observability",
          "platform/store",
          "views/audit/export");

  /** Within those, and yet for everyone. */
  private static final Set<String> FOR_PEOPLE =
      Set.of("operator/migration/lists", "platform/observability/security");

  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "mail/smtp",
          "mail/auth/dkim",
          "mail/auth/dns",
          "mail/auth/spf",
          "mail/dsn",
          "mail/message/privacy");

  /** Statements that speak to the person who reads the log, or name what is looked for. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "LOG\\s{0,80}\\.|requireNonNull|Pattern\\s?\\.compile|@\\w{1,40}\\(|failure\\(|new Facets\\("
              + "|new \\w{0,40}(Exception|Error|TryLater|SmtpUnreachable|Useless)\\(");

  /** Said to nobody, or kept in the log as what somebody wrote; each with its reason. */
  private static final Set<String> ALSO =
      Set.of(
          // checks of what the server depends on, told to operators
          "ClamAV's daemon cannot be reached (",
          "ClamAV's daemon does not answer PING",
          "a text to be signed",
          // by which the library's own refusal of a form is known
          "Size exceed allowed maximum capacity",
          // what `caucus jobs` tells operators of a call
          "it got no answer yet",
          "the webhook was removed",
          // why an input was not read now: tried again, or shown as plain text
          "an input was not read within",
          "inputs wait to be read",
          "the key belongs to another certificate",
          // of a letter to the operator, to the mail system that brings it
          "A letter to the operator may have at most",
          // why a letter is dropped: the log of the server has it
          "a bounce to a return path",
          "this mail is stopped already",
          "it has been here before: a loop",
          "written by a machine:",
          "the same letter is here already",
          // stands in what is kept of a letter
          "[This letter is longer than can be shown. Its original is kept whole.]",
          "(cut here; the original has the rest)",
          "(nobody is named)",
          // to mail systems, which read the code before it
          "sender address not accepted",
          "recipient address not accepted",
          "DATA command not accepted",
          "sending data failed",
          "This address cannot be written to",
          "451 4.7.1 Too many letters from your address, try later",
          "451 4.7.1 Too many unknown addresses, try again later",
          "The letter carries malware:",
          "The letter is longer than the scanner for malware takes",
          // to the person who watches the server
          "the database is away",
          "the search index cannot be written",
          "cannot be loaded:",
          "a newer version has written what this one cannot read",
          "From a command's arrival to its being durable and applied",
          "Records in one durable write",
          "Writes that another node was before",
          "Tries to sign in, or to prove anew who one is",
          "Requests that were refused",
          "embargoes and reminders",
          "unix:/run/clamav/clamd.ctl, or a loopback address and port such as 127.0.0.1:3310",
          "no answer within",
          "it read a part alone",
          "its StreamMaxLength is too small",
          "the scanner for malware is away",
          // errors that become other words before anybody is told
          "asked too often",
          "the room was closed",
          "too much is waiting",
          "only a passkey opens this",
          "the counter of a passkey went back",
          "nothing was found",
          "nothing is made while signing in",
          // what letters say, and an example of it
          "nous ne participons pas",
          "nous participerons peut-être",
          "the agency's portal",
          "correo no deseado",
          // what phones put below a letter, which is looked for
          "get outlook for",
          "sent from gmail",
          "sent from mail for",
          "sent from my",
          "sent from outlook",
          "sent from proton",
          "sent from samsung",
          "sent from yahoo",
          "sent with proton",
          // ways in which people write an audience or a day, which are read and never said
          "toute la coalition",
          "in a week",
          "la semaine prochaine",
          "MMMM d uuuu",
          "MMM d uuuu",
          // words of the libraries that are looked for
          "does not match additional properties schema",
          "does not match pattern",
          "does not match format",
          "body is missing",
          "Body part ended prematurely",
          "zero one two few many other");

  @Test
  void aSentenceThatRefusesIsInTheCatalogue() throws IOException {
    Set<String> known =
        REFUSALS.in(Language.ENGLISH).values().stream()
            .map(s -> VALUE.matcher(s).replaceAll("\u0000"))
            .collect(Collectors.toSet());
    Set<String> unsaid = new TreeSet<>();
    int all = 0;
    for (Path file : Checkout.sources("main")) {
      for (String sentence : sentences(Files.readString(file))) {
        all++;
        if (!known.contains(VALUE.matcher(sentence).replaceAll("\u0000"))) {
          unsaid.add(sentence);
        }
      }
    }
    assertThat(all).as("sentences that were found").isGreaterThan(200);
    assertThat(unsaid)
        .as("add them to words/refusals.*.properties, with {0} for each value")
        .isEmpty();
  }

  /** Also what is put together piece by piece: each piece stands in a catalogue. */
  @Test
  void whateverIsSaidToPeopleIsInACatalogue() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String area : MessageCatalogueTest.areas()) {
      MessageCatalogue.of(area)
          .in(Language.ENGLISH)
          .values()
          .forEach(s -> said.append(s).append('\n'));
    }
    String known = VALUE.matcher(said).replaceAll("\u0000");
    Set<String> unsaid = new TreeSet<>();
    int all = 0;
    for (Path file : Checkout.sources("main")) {
      if (isForPeople(file)) {
        for (String piece : speech(Files.readString(file))) {
          all++;
          if (!known.contains(piece) && !ALSO.contains(piece)) {
            unsaid.add(file.getFileName() + ": " + piece);
          }
        }
      }
    }
    assertThat(all).as("pieces that were found").isGreaterThan(400);
    assertThat(unsaid).as("say it by a catalogue of words/").isEmpty();
  }

  private static boolean isForPeople(Path file) {
    Path inside = Checkout.name(file);
    return FOR_PEOPLE.stream().anyMatch(inside::startsWith)
        || Stream.of(FOR_OPERATORS, FOR_PROGRAMS)
            .flatMap(Set::stream)
            .noneMatch(inside::startsWith);
  }

  private static List<String> speech(String source) {
    return Spoken.in(source).stream()
        .filter(s -> !ASIDE.matcher(s.code()).find())
        .flatMap(s -> s.quoted().stream())
        .flatMap(text -> Pattern.compile("%[sd]").splitAsStream(text))
        .map(String::strip)
        .filter(piece -> SPEECH.matcher(piece).find() && !isCode(piece))
        .toList();
  }

  /** Styles, policies and tables. */
  private static boolean isCode(String piece) {
    return piece.contains("default-src") || piece.contains(" | ") || piece.startsWith(":root");
  }

  /** What stands in quotes alone, or with values between, as it stands in the catalogue. */
  private static List<String> sentences(String source) {
    List<String> all = new ArrayList<>();
    Matcher call = REFUSED.matcher(source);
    while (call.find()) {
      List<String> arguments = parts(source, call.end(), ',');
      String said = arguments.getLast();
      if (said.startsWith("\"")) {
        all.add(template(said));
      }
    }
    return all;
  }

  private static String template(String expression) {
    StringBuilder sentence = new StringBuilder();
    int values = 0;
    for (String part : parts(expression + ")", 0, '+')) {
      Matcher literal = LITERAL.matcher(part);
      if (literal.matches()) {
        sentence.append(literal.group(1).replace("\\\"", "\""));
      } else {
        sentence.append('{').append(values++).append('}');
      }
    }
    return sentence.toString();
  }

  /** What stands between separators up to the bracket that closes, outside quotes and brackets. */
  private static List<String> parts(String text, int from, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begun = from;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth-- == 0) {
        parts.add(text.substring(begun, i).strip());
        return parts;
      } else if (!quoted && depth == 0 && c == separator) {
        parts.add(text.substring(begun, i).strip());
        begun = i + 1;
      }
    }
    throw new AssertionError("a bracket is not closed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A workspace has at most 100 trackers. | Un espace a au plus 100 suivis.",
        "This issue is closed already. | Ce dossier est déjà fermé.",
        "Two fields are called \"{1}\". | Deux champs s’appellent « {1} ».",
        "title is missing. | title manque.",
        "Something nobody wrote down. | Something nobody wrote down.",
        "Piece 2 has 5 bytes; 4 came. | Le morceau 2 a 5 octets ; 4 sont venus.",
        "labels must be a list, not a number. | labels doit être une liste, et non un nombre.",
        "text must be an object, not text. | text doit être un objet, et non du texte.",
        "a list. x must be a list, not y. | a list. x doit être une liste, et non y.",
        "At most 60 files an hour are begun. Wait a little and try again. Nothing was lost."
            + " | Au plus 60 fichiers sont commencés par heure. Attendez un peu et réessayez."
            + " Rien n’a été perdu.",
        "What this is in is for: With Acme Inc. Ltd. It can go no further there. A convenor can"
            + " raise that ceiling first, or you can start it anew in a place with a wider one. |"
            + " Ce qui contient ceci est pour : Avec Acme Inc. Ltd. Cela ne peut pas aller plus"
            + " loin là-bas. La coordination peut d’abord relever ce plafond, ou vous pouvez"
            + " recommencer dans un lieu plus large.",
        "A file has at most 1 MiB; this one has 2. Nothing was changed."
            + " | Un fichier a au plus 1 Mio ; celui-ci en a 2. Rien n’a été changé.",
      })
  void valuesStayAsTheyAre(String english, String french) {
    assertThat(french(english)).isEqualTo(french);
    assertThat(REFUSALS.rendered(Language.ENGLISH, english)).isEqualTo(english);
  }

  /** With plain spaces where no line may break. */
  private static String french(String english) {
    return ReasonTranslator.refused(Language.FRENCH, english).replace('\u00a0', ' ');
  }

  @ParameterizedTest
  @CsvSource({"1,محاولة واحدة", "2,محاولتان", "3,3\u2069 محاولات", "11,11\u2069 محاولة"})
  void aNumberWithinHasItsForm(int left, String said) {
    String english = SignInRoutes.wrong(left).why();
    assertThat(ReasonTranslator.refused(Language.ARABIC, english))
        .contains(said)
        .doesNotContain("tries");
  }

  @Test
  void wordsOfOursWithinAreSaidAsWell() {
    String english =
        "The name ends in .pdf (PDF document), but what is in the file is another kind: picture."
            + " Make sure it is the file you mean, and name it accordingly.";
    assertThat(french(english)).contains("(document PDF)", "autre chose : image.");
    assertThat(ReasonTranslator.refused(Language.ARABIC, english)).contains("مستند PDF", "صورة");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-CH, fr;q=0.9, en;q=0.8 | FRENCH",
        "de, ar;q=0.5, en;q=0.4 | ARABIC",
        "de | ENGLISH",
        "* | ENGLISH",
        "fr;q=0, en | ENGLISH",
        "fr;q=abc, ar;q=0.1 | ARABIC",
        "'' | ENGLISH",
      })
  void theLanguageIsTheOneReadBest(String accepted, Language best) {
    assertThat(Language.accepted(accepted)).isEqualTo(best);
    assertThat(Language.accepted(null)).isEqualTo(Language.ENGLISH);
  }
}

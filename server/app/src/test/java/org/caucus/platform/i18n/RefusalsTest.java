package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.identity.SignInRoutes;
import org.caucus.kernel.support.Checkout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told has a code, or stands in a catalogue: read from the sources. */
class RefusalsTest {
  /** Codes that are computed where they are said; the places that compute them name them. */
  private static final Set<String> COMPUTED =
      Set.of(
          "Message.java code",
          "LegacyReasons.java sentence.code()",
          "FileKinds.java named",
          "FileKinds.java kind.called()",
          "LogException.java code",
          "SchemaFault.java code",
          "PublicUrl.java code",
          "ReadingAnswer.java code",
          "ReadingProcess.java code");

  /** A value in a sentence, also where it chooses a form of a noun. */
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  private static final Pattern NAMED = Pattern.compile("(?<!\\w)Message\\s{0,80}\\.of\\(");
  private static final Pattern WITH = Pattern.compile("\\s{0,80}\\.with\\(");
  private static final Pattern CODE = Pattern.compile("\"([a-z0-9.-]+)\"");
  private static final Pattern PLAIN = Pattern.compile("\"([a-z]+)\"");

  /** Reasons of imports that only those of before have. */
  private static final Set<String> RETIRED =
      Set.of("it-is-damaged-it-cannot-be", "this-is-not-what-git-fastexport");

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
          "LOG\\s{0,80}\\.|requireNonNull|Pattern\\s?\\.compile|@\\w{1,40}\\(|failure\\(|EventName|JsonFields|new"
              + " Facets\\(|new \\w{0,40}(Exception|Error|TryLater|SmtpUnreachable|Useless)\\(");

  /**
   * Why an archive or one of its letters was not read: kept in words, and told by those. No other
   * sentence may be added; a reason has a code.
   */
  private static final Set<String> OF_IMPORTS =
      Set.of(
          "Caucus has no permission to read it",
          "a link, which Caucus does not follow",
          "cannot be read to the end:",
          "damaged, cut short or protected by a password; the rest was not read",
          "removed while the mailbox was being read",
          "emails are listed without their content",
          "cancelled by the server operator",
          "the import was started",
          "the server stopped during the import; the server operator can restart the import",
          "times without finishing; the server's log says why",
          "missing in the workspace",
          "stored with different content",
          "the server's memory is nearly full; the server operator must add memory and restart"
              + " the import, which then continues where it stopped",
          "a type of file that cannot be imported",
          "neither a file nor a folder",
          "cloned in part; earlier emails are missing",
          "MB, too large for the malware scanner",
          "too large for the malware scanner");

  /** Said to nobody, or kept in the log as what somebody wrote; each with its reason. */
  private static final Set<String> ALSO =
      Set.of(
          // the name of a part of heard/attendance.txt
          "does not come",
          // a field of a request: a fault of this program
          "is not read",
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
          // how people answer, and an example of what they may write
          "we will not",
          "set echo off",
          "set language fr",
          // becomes a refusal before anybody is told
          "not signed in",
          // where a command and its request differ: nothing starts then
          "has other values",
          "is always sent",
          "is not in the contract",
          "need not be sent",
          // of a letter to the operator, to the mail system that brings it
          "A letter to the operator may have at most",
          // why a letter is dropped: the log of the server has it
          "a bounce to a return path",
          "this mail is stopped already",
          "it goes to a conversation with this member",
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
          "of each side",
          "je suis d'accord",
          "nous sommes d'accord",
          "thank you all",
          "thank you so much",
          "thank you very much",
          "thanks a lot",
          "un grand merci",
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
          // what stands above the contents of a law, which is looked for
          "arrangement of articles",
          "arrangement of sections",
          "table des matières",
          "table of contents",
          // words of the libraries that are looked for
          "does not match additional properties schema",
          "does not match pattern",
          "does not match format",
          "body is missing",
          "Body part ended prematurely",
          "zero one two few many other");

  /**
   * A message that a source names.
   *
   * @param code as it stands there: in quotes, or what it is computed from
   */
  private record Named(String code, Set<String> values) {}

  @Test
  void aMessageIsInTheCatalogueAndHasTheValuesOfItsSentence() throws IOException {
    Set<String> wrong = new TreeSet<>();
    int all = 0;
    for (Path file : Checkout.sources("main")) {
      for (Named message : named(Files.readString(file))) {
        Matcher code = CODE.matcher(message.code());
        if (code.matches()) {
          all++;
          if (!message.values().equals(values(code.group(1)))) {
            wrong.add(file.getFileName() + ": " + message + ", " + values(code.group(1)));
          }
        } else if (!COMPUTED.contains(file.getFileName() + " " + message.code())) {
          wrong.add(file.getFileName() + ": a code that is no literal: " + message.code());
        }
      }
    }
    assertThat(all).as("messages that were found").isGreaterThan(400);
    assertThat(wrong).isEmpty();
  }

  /** Null if no sentence has this code. */
  private static @Nullable Set<String> values(String code) {
    return Messages.isKnown(code) ? Messages.names(code) : null;
  }

  @Test
  void noSentenceIsLeftThatNobodySays() throws IOException {
    StringBuilder sources = new StringBuilder();
    StringBuilder quoted = new StringBuilder();
    for (Path file : Checkout.sources("main")) {
      String source = Files.readString(file);
      sources.append(source);
      Spoken.in(source).forEach(s -> s.quoted().forEach(q -> quoted.append(q).append('\n')));
    }
    String said = quoted.toString();
    Set<String> named =
        Pattern.compile("[a-z0-9.-]+")
            .matcher(sources)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertThat(Messages.codes())
        .filteredOn(code -> !named.contains(code) && !RETIRED.contains(code))
        .filteredOn(code -> !isSaidInWords(code, said))
        .isEmpty();
  }

  /** Why an archive or a call failed is kept in English, and told in other languages. */
  private static boolean isSaidInWords(String code, String quoted) {
    boolean isReason = code.startsWith("reasons.");
    String english =
        MessageCatalogue.of(isReason ? "reasons" : "refusals")
            .in(Language.ENGLISH)
            .get(isReason ? code.substring(code.indexOf('.') + 1) : code);
    return english != null && Arrays.stream(VALUE.split(english, -1)).allMatch(quoted::contains);
  }

  /** Not even one that a catalogue has as well: it would be found by its words. */
  @Test
  void noSentenceForPeopleStandsInASource() throws IOException {
    Set<String> unsaid = new TreeSet<>();
    int all = 0;
    for (Path file : Checkout.sources("main")) {
      if (isForPeople(file)) {
        for (String piece : speech(Files.readString(file))) {
          all++;
          if (!ALSO.contains(piece) && !OF_IMPORTS.contains(piece)) {
            unsaid.add(file.getFileName() + ": " + piece);
          }
        }
      }
    }
    assertThat(all).as("pieces that were found").isGreaterThan(50);
    assertThat(unsaid).as("say it by a code and a catalogue of words/").isEmpty();
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
    return piece.contains("default-src")
        || piece.contains(" said.kind ")
        || piece.contains(" | ")
        || piece.startsWith(":root");
  }

  private static List<Named> named(String source) {
    List<Named> all = new ArrayList<>();
    Matcher call = NAMED.matcher(source);
    while (call.find()) {
      List<String> arguments = new ArrayList<>(parts(source, call.end(), ','));
      String code = arguments.removeFirst();
      int end = end(source, call.end());
      Matcher more = WITH.matcher(source).region(end, source.length());
      while (more.lookingAt()) {
        arguments.addAll(parts(source, more.end(), ','));
        end = end(source, more.end());
        more.region(end, source.length());
      }
      Set<String> names = new TreeSet<>();
      for (int i = 0; i < arguments.size(); i += 2) {
        names.add(PLAIN.matcher(arguments.get(i)).replaceAll("$1"));
      }
      all.add(new Named(code, names));
    }
    return all;
  }

  /** Behind the bracket that closes. */
  private static int end(String text, int from) {
    int depth = 1;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    throw new AssertionError("a bracket is not closed");
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
  @CsvSource({"1,محاولة واحدة", "2,محاولتان", "3,3 محاولات", "11,11 محاولة"})
  void aNumberWithinHasItsForm(int left, String said) {
    assertThat(Messages.say(Language.ARABIC, SignInRoutes.wrong(left).message()))
        .contains(said)
        .doesNotContain("tries");
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

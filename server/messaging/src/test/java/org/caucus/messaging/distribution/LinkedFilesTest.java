package org.caucus.messaging.distribution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.Test;

/** Files above what a list lets go along are links in its letters. Real SMTP. */
class LinkedFilesTest extends AtPostOffice {
  private static final String LARGE = "L".repeat(3 * 1024);
  private static final String SMALL = "S".repeat(100);

  private static String file(String name, String content) {
    return "--b1\r\nContent-Type: application/pdf; name=\"%s\"\r\n".formatted(name)
        + "Content-Transfer-Encoding: base64\r\n"
        + "Content-Disposition: attachment; filename=\"%s\"\r\n\r\n".formatted(name)
        + Base64.getMimeEncoder().encodeToString(content.getBytes(US_ASCII))
        + "\r\n";
  }

  private static String mixed() {
    return "Content-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\n"
        + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>As <b>agreed</b>.</p>\r\n"
        + file("evidence.pdf", LARGE)
        + file("note.pdf", SMALL)
        + "--b1--\r\n";
  }

  private static String signed() {
    return "Content-Type: multipart/signed; boundary=s1; protocol=\"application/pgp-signature\"\r\n\r\n--s1\r\n"
        + mixed()
        + "\r\n--s1\r\nContent-Type: application/pgp-signature\r\n\r\nsignature\r\n--s1--\r\n";
  }

  private Entry post(String id, String body) {
    byte[] raw =
        ("From: Ada <ada@home.example>\r\nTo: code-coalition@lists.example\r\nSubject: "
                + id
                + "\r\nMessage-ID: <"
                + id
                + "@home.example>\r\nMIME-Version: 1.0\r\n"
                + body)
            .getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    List<EntryLetter.Attachment> files =
        List.of(
            new EntryLetter.Attachment(0, "evidence.pdf", "application/pdf", LARGE.length()),
            new EntryLetter.Attachment(1, "note.pdf", "application/pdf", SMALL.length()));
    office.submit(
        "ada",
        new PostLetter(
            new NewThread("coalition"),
            id,
            "As agreed.",
            new EntryLetter(blob, id + "@home.example", null, false, files)));
    office.delivered();
    return office.state().lists().threads().values().stream()
        .filter(t -> t.subject().equals(id))
        .map(t -> office.state().entries().under(t.ref()).getFirst())
        .findFirst()
        .orElseThrow();
  }

  private void limit(int kilobytes) {
    office.submit(
        "ada",
        new ListCommand.StyleList(
            "coalition",
            new ListStyle("", ListStyle.Answers.LIST, "", null, new ListStyle.Files(kilobytes))));
  }

  private static List<String> files(RawLetter letter) {
    return ParsedLetter.of(letter).attachments().stream().map(a -> a.fileName()).toList();
  }

  private static String octets(RawLetter letter) {
    return new String(letter.toBytes(), UTF_8).replace("=\r\n", "");
  }

  @Test
  void aLargeFileIsALinkAndAllElseStaysAsItWas() {
    limit(2);
    office.speaks("lin@home.example", Language.FRENCH);
    Entry entry = post("Evidence", mixed());

    RawLetter letter = office.letterOf("ben", "Evidence");
    String link = "https://caucus.example/w/code/threads/" + entry.parent().id();
    assertThat(files(letter)).containsExactly("note.pdf");
    assertThat(octets(letter))
        .contains("<p>As <b>agreed</b>.</p>", "evidence.pdf (4 kB)", link)
        .contains("Who can open it: Everyone")
        .contains("get <" + entry.id() + "@lists.example>")
        .doesNotContain(Base64.getEncoder().encodeToString("LLLLLLLLLLLL".getBytes(US_ASCII)));
    assertThat(octets(office.letterOf("lin", "Evidence"))).contains("connectez-vous");
  }

  @Test
  void theReaderWhoAsksByMailGetsTheFileIfTheyMayReadItThen() {
    limit(2);
    Entry entry = post("Evidence", mixed());
    asks("ben", entry, "a1");
    List<RawLetter> bens = office.lettersOf("ben");
    assertThat(bens).anyMatch(l -> files(l).equals(List.of("evidence.pdf", "note.pdf")));

    int before = office.lettersOf("lin").size();
    Ref thread = entry.parent();
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), thread, Audience.civilSociety()));
    asks("lin", entry, "a2");
    List<RawLetter> lins = office.lettersOf("lin");
    assertThat(lins.subList(before, lins.size()))
        .isNotEmpty()
        .noneMatch(l -> octets(l).contains("LLLLLLLL"))
        .noneMatch(l -> files(l).contains("evidence.pdf"));
  }

  private void asks(String person, Entry entry, String id) {
    var orders = new LetterOrders("", "code+control@lists.example", person + "@home.example");
    var letter = new EntryLetter("blob", id + "@home.example", null, false, List.of());
    String line = "get <" + entry.id() + "@lists.example>";
    office.submit(person, new PostLetter(orders, "", line, letter));
    office.delivered();
  }

  @Test
  void withoutALimitAndBelowTheUsualOneFilesGoAlong() {
    post("Usual", mixed());
    assertThat(files(office.letterOf("ben", "Usual"))).containsExactly("evidence.pdf", "note.pdf");
    limit(0);
    post("Never", mixed());
    assertThat(files(office.letterOf("ben", "Never"))).containsExactly("evidence.pdf", "note.pdf");
  }

  /** Of a post of the browser, too, only a file above the size is a link. */
  @Test
  void onlyTheLargeFileOfAPostOfTheBrowserIsALink() {
    limit(2);
    office.speaks("lin@home.example", Language.FRENCH);
    fromThePage("From the page");

    RawLetter letter = office.letterOf("ben", "From the page");
    assertThat(files(letter)).containsExactly("note.pdf");
    assertThat(ParsedLetter.of(letter).text())
        .contains("On the page: https://caucus.example/w/code/threads/")
        .contains("* evidence.pdf (4 kB)")
        .doesNotContain("* note.pdf");
    assertThat(ParsedLetter.of(office.letterOf("lin", "From the page")).text())
        .contains("Sur la page");
    limit(0);
    fromThePage("All of it");
    assertThat(files(office.letterOf("ben", "All of it")))
        .containsExactly("evidence.pdf", "note.pdf");
  }

  private void fromThePage(String subject) {
    Post post =
        Post.web("As agreed.", null, null)
            .with(List.of(attached("evidence.pdf", LARGE), attached("note.pdf", SMALL)));
    office.submit("ada", new ListCommand.StartThread("coalition", subject, post));
    office.delivered();
  }

  private Entry.Attached attached(String name, String content) {
    byte[] octets = content.getBytes(US_ASCII);
    String blob = office.blobs.put(office.workspace, octets).await().value();
    return new Entry.Attached(blob, name, "application/pdf", octets.length);
  }

  @Test
  void aSignedLetterIsPassedOnWhole() {
    limit(2);
    post("Signed", signed());
    assertThat(octets(office.letterOf("ben", "Signed")))
        .contains("multipart/signed", "TExMTExMTExM", "application/pgp-signature")
        .doesNotContain("To open the file");
  }
}

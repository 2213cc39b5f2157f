package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public-inbox that somebody packed: nothing in it leads to another's repository or files. */
class LinkedInboxTest {
  private static final String LEADS_OUT = "leads out of it";

  @TempDir Path directory;

  private Path inbox;
  private Path secret;

  private static String git(Path at, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", at.toString()));
    command.addAll(List.of("-c", "user.name=inbox", "-c", "user.email=inbox@lists.example"));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    return said.strip();
  }

  private static void letter(Path work, String subject) throws Exception {
    Files.writeString(work.resolve("m"), "Subject: " + subject + "\n\nwords\n");
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", subject);
  }

  /** A repository as a server keeps it, at this path. */
  private Path bare(Path at, String... subjects) throws Exception {
    Path work = Files.createDirectories(directory.resolve("work-" + at.getFileName()));
    git(work, "init", "-q");
    for (String subject : subjects) {
      letter(work, subject);
    }
    Files.createDirectories(at.getParent());
    git(work, "clone", "-q", "--bare", "--no-hardlinks", work.toString(), at.toString());
    return at;
  }

  @BeforeEach
  void ours() throws Exception {
    inbox = directory.resolve("inbox");
    bare(inbox.resolve("git/0.git"), "one", "two");
    secret = bare(directory.resolve("secret/git/0.git"), "of another coalition");
  }

  private List<String> read() throws IOException {
    List<String> subjects = new ArrayList<>();
    LetterArchive.at(inbox, LetterArchive.kindOf(inbox))
        .each(
            m ->
                subjects.add(
                    m.octets() == null
                        ? m.place()
                        : new String(m.octets(), UTF_8).lines().findFirst().orElseThrow()));
    return subjects;
  }

  private void refused(String why) {
    assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining(why);
  }

  @Test
  void whatLeadsNowhereElseIsRead() throws Exception {
    // public-inbox has a repository of all that borrows the objects of each
    Path all = bare(inbox.resolve("all.git"));
    Files.createDirectories(all.resolve("objects/info"));
    Files.writeString(all.resolve("objects/info/alternates"), "../../git/0.git/objects\n");
    Path second = bare(inbox.resolve("git/1.git"), "three");
    Files.writeString(
        Files.createDirectories(second.resolve("objects/info")).resolve("alternates"),
        "# of our own\n../../0.git/objects\n");
    Files.createSymbolicLink(inbox.resolve("git/2.git"), Path.of("1.git"));

    assertThat(read())
        .containsExactly("Subject: one", "Subject: two", "Subject: three", "Subject: three");
  }

  @Test
  void objectsOfAnotherRepositoryAreNotBorrowed() throws Exception {
    Path ours = inbox.resolve("git/0.git");
    String commit = git(secret, "rev-parse", "HEAD");
    Path alternates = Files.createDirectories(ours.resolve("objects/info")).resolve("alternates");
    Files.writeString(alternates, secret.resolve("objects") + "\n");
    git(ours, "update-ref", "HEAD", commit); // now its letters would be those of the other
    refused(LEADS_OUT);
    Files.writeString(alternates, "../../../../secret/git/0.git/objects\n");
    refused(LEADS_OUT);
    Files.writeString(alternates, "\"../../../../secret/git/0.git/objects\"\n");
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
  }

  @Test
  void norByAnotherThatIsBorrowedOf() throws Exception {
    Path second = bare(inbox.resolve("git/1.git"), "three");
    Path info = Files.createDirectories(inbox.resolve("git/0.git/objects/info"));
    Files.writeString(info.resolve("alternates"), second.resolve("objects") + "\n");
    Path further = Files.createDirectories(second.resolve("objects/info"));
    Files.writeString(further.resolve("alternates"), secret.resolve("objects") + "\n");
    refused(LEADS_OUT);
  }

  @Test
  void noFileOrDirectoryOfItIsALinkToAnothers() throws Exception {
    Path ours = inbox.resolve("git/0.git");
    Path link = inbox.resolve("git/1.git");
    Files.createSymbolicLink(link, secret);
    refused(LEADS_OUT);
    Files.delete(link);

    Path objects = ours.resolve("objects");
    Files.move(objects, ours.resolve("own-objects"));
    Files.createSymbolicLink(objects, secret.resolve("objects"));
    refused(LEADS_OUT);
    Files.delete(objects);
    Files.move(ours.resolve("own-objects"), objects);

    Path head = ours.resolve("HEAD");
    String own = Files.readString(head);
    Files.delete(head);
    Files.createSymbolicLink(head, secret.resolve("HEAD"));
    refused(LEADS_OUT);
    Files.delete(head);
    Files.createSymbolicLink(head, Path.of("nowhere"));
    refused("leads to what is not there");
    Files.delete(head);
    Files.writeString(head, own);

    Files.writeString(ours.resolve("commondir"), "../../../secret/git/0.git\n");
    refused(LEADS_OUT);
    Files.delete(ours.resolve("commondir"));

    assertThat(read()).containsExactly("Subject: one", "Subject: two");
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = inbox.resolve("git/0.git/refs/heads/pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused("neither a file nor a directory");
  }

  /** In the history, a letter may be a link or another repository: it is named. */
  @Test
  void aLetterThatIsALinkIsNamedAndNotRead() throws Exception {
    Path work = directory.resolve("work-1.git");
    bare(inbox.resolve("git/1.git"), "three");
    Files.delete(work.resolve("m"));
    Files.createSymbolicLink(work.resolve("m"), Path.of("/etc/hostname"));
    git(work, "add", "-A");
    git(work, "commit", "-q", "-m", "link");
    Files.delete(work.resolve("m"));
    letter(work, "four");
    git(work, "push", "-q", inbox.resolve("git/1.git").toString(), "HEAD");

    assertThat(read())
        .containsExactlyInAnyOrder(
            "Subject: one",
            "Subject: two",
            "Subject: three",
            "1.git: m: a link, which Caucus does not follow",
            "Subject: four");
  }

  @Test
  void settingsOfARepositoryHideNoLetter() throws Exception {
    Path ours = inbox.resolve("git/0.git");
    git(ours, "config", "log.showRoot", "false");
    git(ours, "config", "color.ui", "always");
    git(ours, "config", "diff.noprefix", "true");
    git(ours, "config", "log.decorate", "full");

    assertThat(read()).containsExactly("Subject: one", "Subject: two");
  }

  @Test
  void aCloneOfAPartSaysSo() throws Exception {
    Path part = directory.resolve("part/git/0.git");
    Files.createDirectories(part.getParent());
    git(
        directory,
        "clone",
        "-q",
        "--bare",
        "--depth",
        "1",
        "file://" + inbox.resolve("git/0.git"),
        part.toString());
    inbox = directory.resolve("part");

    assertThat(read())
        .containsExactly("0.git: cloned in part; earlier emails are missing", "Subject: two");
  }
}

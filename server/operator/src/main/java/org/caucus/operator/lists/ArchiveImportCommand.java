package org.caucus.operator.lists;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Refusal;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.lists.ImportOutcome;
import org.caucus.operator.migration.lists.ListArchiveImport;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caucus archive import}. */
@Command(
    name = "import",
    description =
        "Brings the letters of an mbox, a Maildir with its folders, or a public-inbox into a list's"
            + " archive. Drafts are left out, and what was thrown away. Nobody is mailed, and"
            + " nobody gets a seat. What is there already is passed over, so one that was cut short"
            + " is begun again. At the end every letter is held against what is stored.",
    mixinStandardHelpOptions = true)
final class ArchiveImportCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin ListArgument place = new ListArgument();

  @Parameters(index = "2", paramLabel = "BOX", description = "a file (.gz too) or a directory")
  Path box = Path.of("");

  @Option(
      names = "--audience",
      required = true,
      description =
          "who may read it, at or below the list's: EVERYONE, CIVIL_SOCIETY, WITH_COMPANY(slug),"
              + " ...")
  String audience = "";

  @Option(
      names = "--format",
      description = "mboxrd, mboxo, maildir or public-inbox; by its looks otherwise")
  @Nullable String format;

  @Option(names = "--trashed", description = "brings in what was thrown away, or was junk, too")
  boolean trashed;

  @Option(
      names = "--report",
      description = "a file for one line per letter, also where it stops; must not exist")
  @Nullable Path report;

  @Override
  public int run(OperatorContext desk, Console console) {
    Path from = console.path(box);
    ListArgument.Found found = place.at(desk);
    try {
      LetterArchive.Kind kind = kind(format, from);
      var order =
          new ListArchiveImport.Order(
              found.workspace(),
              found.seat(),
              found.list().slug(),
              Audience.parse(audience),
              kind,
              trashed,
              desk.domain());
      ProgressPrinter pace = new ProgressPrinter(console);
      Path lines = report == null ? null : Files.createFile(console.path(report));
      try (var work =
          new ListArchiveImport(
              desk.floor().get(),
              desk.blobs(),
              InstantSource.system(),
              order,
              (step, letters, all) ->
                  pace.note(step + " " + letters + (all == 0 ? "" : " of " + all)))) {
        return told(work, LetterArchive.at(from, kind), lines, console);
      }
    } catch (Refusal e) {
      throw ArchiveException.unusable(e.why(), null);
    } catch (FileAlreadyExistsException e) {
      throw ArchiveException.unusable("--report " + report + " is there already.", e);
    } catch (IOException e) {
      throw ArchiveException.unusable(from + ": " + why(e), e);
    }
  }

  /** Of some errors the message is a path alone. */
  private static String why(IOException e) {
    return switch (e) {
      case NoSuchFileException none -> "there is nothing of that name (" + e.getMessage() + ")";
      case AccessDeniedException denied ->
          "the user of this command may not read or write it (" + e.getMessage() + ")";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** What became of each letter is written down also where it stops. */
  private static int told(
      ListArchiveImport work, LetterArchive from, @Nullable Path lines, Console console)
      throws IOException {
    ListArchiveImport.Report done;
    try {
      done = work.run(from);
    } catch (Exception | Error e) {
      ListArchiveImport.Report stopped = work.stopped();
      written(stopped, lines);
      console.say(counted(stopped));
      console.say(
          "It stopped. What was brought in stays; begun again it goes on where it stood, and passes"
              + " over what is here.");
      throw e;
    }
    written(done, lines);
    console.say(counted(done));
    int different = done.count(ImportOutcome.What.DIFFERENT);
    console.say(
        different == 0
            ? "Every letter that is here is the same as in the box, byte for byte."
            : different + " DIFFER from the box. Keep the box.");
    done.fates().stream()
        .filter(ImportOutcome::isAmiss)
        .limit(20)
        .forEach(f -> console.note(f.toString()));
    boolean whole =
        done.count(ImportOutcome.What.REFUSED) + done.count(ImportOutcome.What.UNREAD) == 0;
    return different == 0 && whole ? DONE : NOT_DONE;
  }

  private static void written(ListArchiveImport.Report done, @Nullable Path to) throws IOException {
    if (to != null) {
      try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(to))) {
        done.fates().forEach(lines::println);
      }
    }
  }

  static LetterArchive.Kind kind(@Nullable String format, Path path) {
    if (format == null) {
      return LetterArchive.kindOf(path);
    }
    try {
      return LetterArchive.Kind.valueOf(format.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw ArchiveException.unusable(
          "--format is mboxrd, mboxo, maildir or public-inbox, not " + format + ".", null);
    }
  }

  private static String counted(ListArchiveImport.Report done) {
    int imported = done.count(ImportOutcome.What.IMPORTED);
    int drafts = done.count(ImportOutcome.What.DRAFT);
    int trashed = done.count(ImportOutcome.What.TRASHED);
    int unread = done.count(ImportOutcome.What.UNREAD);
    int left = done.count(ImportOutcome.What.NOT_BROUGHT);
    return String.format(
            Locale.ROOT,
            "%d letters: %d brought in, %d here already, %d repeated in the box, %d refused.",
            done.letters(),
            imported,
            done.count(ImportOutcome.What.HERE_ALREADY),
            done.count(ImportOutcome.What.REPEATED),
            done.count(ImportOutcome.What.REFUSED))
        + (drafts + trashed == 0
            ? ""
            : " Left out: " + drafts + " drafts, " + trashed + " thrown away.")
        + (left == 0 ? "" : " " + left + " were not come to.")
        + (unread == 0 ? "" : " " + unread + " files or folders of the box are not read.")
        + String.format(
            Locale.ROOT,
            " %d threads begun. %.1f s, %.0f letters a second.",
            done.threads(),
            done.importMillis() / 1000.0,
            imported * 1000.0 / Math.max(1, done.importMillis()));
  }
}

package org.caucus.operator.lists;

import java.io.IOException;
import java.nio.file.Path;
import org.caucus.mail.mailbox.LetterArchive;
import org.caucus.mail.mailbox.MboxWriter;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.rendering.MemberNames;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.lists.ListArchiveExport;
import org.caucus.platform.eventlog.archive.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caucus archive export}. */
@Command(
    name = "export",
    description =
        "Writes the letters of a list that a seat may read into a new mbox or Maildir, in clear,"
            + " for its owner alone. What came by mail or with an archive is the octets that came.",
    mixinStandardHelpOptions = true)
final class ArchiveExportCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin ListArgument place = new ListArgument();

  @Parameters(
      index = "2",
      paramLabel = "BOX",
      description = "the file or directory; must not exist")
  Path box = Path.of("");

  @Option(names = "--format", description = "mboxrd (usual), mboxo or maildir")
  String format = "mboxrd";

  @Override
  public int run(OperatorContext desk, Console console) {
    Path to = console.path(box);
    LetterArchive.Kind kind = ArchiveImportCommand.kind(format, to);
    if (kind == LetterArchive.Kind.PUBLIC_INBOX) {
      throw ArchiveException.unusable("A public-inbox is read, not written. Take mboxrd.", null);
    }
    ListArgument.Found found = place.at(desk);
    try (MboxWriter writer = MboxWriter.create(to, kind)) {
      new ListArchiveExport(
              found.state(),
              desk.blobs(),
              desk.domain(),
              MemberNames.alone(new MemberAliases(desk.vault(), desk.domain()), desk.domain()))
          .run(found.list(), found.seat(), writer);
      console.say(writer.written() + " letters written to " + to);
      if (writer.unfaithful() > 0) {
        console.note(
            writer.unfaithful()
                + " of them end without a line end, which an mbox cannot say. A Maildir can.");
      }
      return DONE;
    } catch (IOException e) {
      throw ArchiveException.unusable(to + " cannot be written: " + e.getMessage(), e);
    }
  }
}

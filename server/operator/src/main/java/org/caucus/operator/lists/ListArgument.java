package org.caucus.operator.lists;

import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.MailingList;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.workspace.Workspace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which list, and at whose word. */
final class ListArgument {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "its short name, or its id")
  String workspace = "";

  @Parameters(index = "1", paramLabel = "LIST", description = "short name of a list in it")
  String list = "";

  @Option(
      names = "--as",
      paramLabel = "SEAT",
      required = true,
      description = "whose word it is: a seat's id, or the name of its holder")
  String seat = "";

  /** The list as it stands, and the seat. */
  record Found(WorkspaceId workspace, Workspace state, MailingList list, SeatId seat) {}

  Found at(OperatorContext desk) {
    WorkspaceId id = desk.workspace(workspace);
    Workspace state = desk.floor().get().read(id).await();
    List<Seat> seats =
        state.members().active().stream()
            .filter(s -> s.id().value().equals(seat) || s.name().equals(seat))
            .toList();
    if (seats.size() != 1) {
      throw ArchiveException.unusable(
          seats.isEmpty()
              ? "Nobody named \"" + seat + "\" has a seat there."
              : "Several there are named \"" + seat + "\". Say the id of the seat.",
          null);
    }
    MailingList found =
        state
            .lists()
            .list(list)
            .filter(l -> state.access().canRead(seats.getFirst().id(), l.scope()))
            .orElseThrow(
                () ->
                    ArchiveException.unusable(
                        "There is no list \"" + list + "\" there that they can read.", null));
    return new Found(id, state, found, seats.getFirst().id());
  }
}

package org.caucus.coalition.polls;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.http.ApiResponse;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.csv.CsvWriter;

/** Answers as a file: a table, or of ranked options the form that programs for elections read. */
final class PollExport {
  private PollExport() {}

  /** The answers that count, with their receipts. */
  static ApiResponse of(Polls.Held state, Poll poll, String format) {
    if (poll.hides()) {
      throw Refusal.conflict(Message.of("the-answers-to-this-poll-are"));
    }
    if (!format.equals("blt")) {
      return ApiResponse.file(
          "text/csv; charset=utf-8", "poll.csv", Buffer.buffer(csv(state, poll)));
    }
    if (poll.asked().kind() != Poll.Kind.RANKED) {
      throw Refusal.invalid("format", Message.of("only-options-in-order-can-be"));
    }
    return ApiResponse.file(
        "text/plain; charset=utf-8",
        "poll.blt",
        Buffer.buffer(blt(poll, Electorate.standing(state, poll))));
  }

  static String csv(Polls.Held state, Poll poll) {
    StringBuilder out = new StringBuilder(CsvWriter.MARK);
    List<String> labels = poll.asked().options().stream().map(Poll.Option::label).toList();
    List<String> head = new ArrayList<>(List.of("ballot", "organisation", "seat", "counted"));
    head.addAll(labels.isEmpty() ? List.of("answer") : labels);
    head.addAll(List.of("reason", "resolved", "via", "at", "receipt"));
    out.append(CsvWriter.row(head));
    Electorate.standing(state, poll)
        .values()
        .forEach(b -> out.append(row(state, poll, labels, b, "yes")));
    Electorate.views(state, poll).forEach(b -> out.append(row(state, poll, labels, b, "no")));
    return out.toString();
  }

  private static String row(
      Polls.Held state, Poll poll, List<String> labels, Ballot ballot, String counted) {
    List<String> cells = new ArrayList<>();
    cells.add(ballot.id());
    cells.add(state.members().called(ballot.organisation()));
    cells.add(state.members().nameOf(ballot.seat()));
    cells.add(counted);
    if (labels.isEmpty()) {
      cells.add(ballot.value().line().toLowerCase(Locale.ROOT));
    }
    labels.forEach(label -> cells.add(cell(poll.asked().kind(), ballot.value(), label)));
    cells.add(ballot.reason());
    Ballot.Resolution resolution = ballot.resolution();
    cells.add(resolution == null ? "" : resolution.at().toString());
    cells.add(ballot.via().name().toLowerCase(Locale.ROOT));
    cells.add(ballot.at().toString());
    cells.add(poll.course().closing() == null ? "" : Receipt.of(poll, ballot));
    return CsvWriter.row(cells);
  }

  /** Its place in an order, or its mark. */
  private static String cell(Poll.Kind kind, BallotValue value, String label) {
    int place = value.options().indexOf(label);
    if (place < 0) {
      return "";
    }
    return kind == Poll.Kind.RANKED
        ? String.valueOf(place + 1)
        : String.valueOf(value.marks().get(place).mark());
  }

  /** As OpenSTV and others read it: candidates and seats, ballots with weight, names, title. */
  static String blt(Poll poll, Map<String, Ballot> standing) {
    List<Poll.Option> options = poll.asked().options();
    List<String> labels = options.stream().map(Poll.Option::label).toList();
    StringBuilder out = new StringBuilder().append(options.size()).append(" 1\n");
    for (Ballot ballot : standing.values()) {
      String places =
          ballot.value().options().stream()
              .map(o -> String.valueOf(labels.indexOf(o) + 1))
              .collect(Collectors.joining(" "));
      out.append("1 ").append(places).append(" 0\n");
    }
    out.append("0\n");
    options.forEach(o -> out.append(quoted(o.text())));
    return out.append(quoted(poll.asked().title())).toString();
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("[\"\\s]+", " ").strip() + "\"\n";
  }
}

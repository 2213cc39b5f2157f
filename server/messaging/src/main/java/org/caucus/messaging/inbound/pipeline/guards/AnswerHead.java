package org.caucus.messaging.inbound.pipeline.guards;

import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderBlock;
import org.caucus.coalition.mailcommands.headers.HeaderKeys;
import org.caucus.mail.reply.ReplyText;
import org.caucus.messaging.inbound.pipeline.PipelineContext;

/**
 * The lines with which somebody begins an answer, and the text without them. There are some if the
 * first line is an order: much that people say begins with a word and a colon.
 */
record AnswerHead(List<CommandLine> lines, String rest) {
  /**
   * Of a letter; one that says nothing besides keeps its lines: they are what its readers see.
   *
   * @param isOrder whether the first line orders something
   */
  static AnswerHead of(PipelineContext arrival, HeaderKeys keys, Predicate<CommandLine> isOrder) {
    String text = arrival.text();
    if (UnmarkedQuotes.isFirst(arrival, text)) {
      return new AnswerHead(List.of(), text);
    }
    String own = ReplyText.of(text);
    HeaderBlock head = HeaderBlock.of(own, keys.openedRight(), HeaderBlock.MAX_LINES);
    int at = text.indexOf(own);
    if (at < 0 || head.lines().isEmpty() || !isOrder.test(head.lines().getFirst())) {
      return new AnswerHead(List.of(), text);
    }
    String rest = text.substring(0, at) + head.rest() + text.substring(at + own.length());
    return new AnswerHead(head.lines(), head.rest().isBlank() ? text : rest.strip());
  }
}

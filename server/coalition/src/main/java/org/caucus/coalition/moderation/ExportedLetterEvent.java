package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonArray;
import org.caucus.coalition.capability.EventExport;

/** What a copy says of letters, and of what was decided about them. */
final class ExportedLetterEvent {
  private final EventExport out;

  private ExportedLetterEvent(EventExport out) {
    this.out = out;
  }

  static void put(LetterEvent event, EventExport to) {
    new ExportedLetterEvent(to).letter(event);
  }

  private void letter(LetterEvent event) {
    switch (event) {
      case LetterEvent.LetterHeld e ->
          out.put("id", e.id())
              .put("list", e.address())
              .put("from", e.sender())
              .put("subject", e.subject())
              .put("text", e.text())
              .put("reasons", new JsonArray(e.reasons()));
      case LetterEvent.LetterUnread e -> throw out.hidden();
      case LetterEvent.HoldApproved e -> out.put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldReadAgain e -> out.put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldRefused e -> out.put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldDiscarded e -> out.put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldWithdrawn e -> out.put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldExpired e -> out.put("id", e.id());
      case LetterEvent.HoldReminded e -> out.put("id", e.id()).put("days", e.days());
      case LetterEvent.ListRuled e ->
          out.put("list", e.list())
              .put("strangers", e.strangers())
              .put("proof", e.proof())
              .put("by", e.by());
      case LetterEvent.ListStopped e ->
          out.put("list", e.list()).put("on", e.on()).put("by", e.by());
      case LetterEvent.SeatModerated e ->
          out.put("seat", e.seat()).put("on", e.on()).put("by", e.by());
      case LetterEvent.LetterRefused e -> throw out.hidden();
      case LetterEvent.LetterPassedOn e -> throw out.hidden();
      case LetterEvent.LetterObeyed e -> throw out.hidden();
      case LetterEvent.LetterTookBack e -> throw out.hidden();
      case LetterEvent.WordTaken e -> throw out.hidden();
      case LetterEvent.LetterDropped e -> throw out.hidden();
    }
  }
}

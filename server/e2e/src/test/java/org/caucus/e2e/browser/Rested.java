package org.caucus.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Contexts of visitors who have left. Of one, nothing stays but the program's files in its cache:
 * to fetch and compile them anew takes two thirds of what a first page computes. Answers of the API
 * are in no cache ({@code no-store}).
 */
final class Rested {
  /** By the address of the server. */
  private static final Map<String, Deque<BrowserContext>> ALL = new HashMap<>();

  private Rested() {}

  /** Closes all its pages; the next visitor of that server may have it. */
  static void rest(BrowserContext context, String base) {
    List.copyOf(context.pages()).forEach(Page::close);
    ALL.computeIfAbsent(base, b -> new ArrayDeque<>()).push(context);
  }

  /** One with nothing that anybody left there, or a new one. */
  static BrowserContext take(Browser browser, String base, Browser.NewContextOptions usual) {
    Deque<BrowserContext> rested = ALL.getOrDefault(base, new ArrayDeque<>());
    rested.removeIf(context -> !browser.contexts().contains(context));
    return rested.isEmpty() ? browser.newContext(usual) : rested.pop();
  }

  /** What an earlier visitor left there: a session, what was typed, what was chosen. */
  static void forget(BrowserContext context, Page page, String base) {
    context.clearCookies();
    CDPSession session = context.newCDPSession(page);
    JsonObject all = new JsonObject();
    all.addProperty("origin", base);
    all.addProperty("storageTypes", "all");
    session.send("Storage.clearDataForOrigin", all);
    session.detach();
  }

  /** Closes what a test left open in this browser, and what rests of other servers. */
  static void tidy(Browser browser, String base) {
    ALL.keySet().retainAll(List.of(base));
    Deque<BrowserContext> rested = ALL.getOrDefault(base, new ArrayDeque<>());
    List.copyOf(browser.contexts()).stream()
        .filter(context -> !rested.contains(context))
        .forEach(BrowserContext::close);
  }
}

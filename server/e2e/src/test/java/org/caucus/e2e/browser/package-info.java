/**
 * The browser workspace in a real browser, on the demo's server.
 *
 * <p>{@code Stage} starts server and browser and seats a {@code Visitor}; most tests are {@code
 * OnStage}; {@code TwoSidesTest} has people of both sides at once, {@code JourneysTest} goes each
 * way that people come for from the first click to the last, {@code ViewsTest} looks at every view
 * in all sizes and appearances, {@code EveryPlaceTest} holds every one to what must be so
 * everywhere (enlarged, on paper, in each language, by keys alone; {@code Places} knows them all
 * and {@code Flaws} what to look for), {@code KeyboardTest} and {@code BesideTest} go without a
 * mouse, {@code AwayTest} takes server and database away. {@code Letter} is mail in, {@code
 * CaughtMail} what was mailed out, {@code Line} the wire that is cut.
 */
package org.caucus.e2e.browser;

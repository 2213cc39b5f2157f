/**
 * The browser workspace in a real browser, on the demo's server.
 *
 * <p>{@code Stage} starts server and browser and seats a {@code Visitor}; {@code TwoSidesTest} has
 * people of both sides at once, {@code ViewsTest} looks at every view in all sizes and appearances,
 * {@code KeyboardTest} goes one way without a mouse.
 */
package org.caucus.browser;

/**
 * The demo: an invented coalition on a real server.
 *
 * <p>{@link org.caucus.app.demo.Demo} starts a catch-all mail host and the server that sends to it;
 * {@code DemoWorkspace} opens the workspace by ordinary commands, {@code DemoHistory} fills it;
 * {@code DemoFile} writes {@code demo.json} for scripts; {@code DemoPages} lets a visitor take any
 * seat and read the caught mail.
 */
@NullMarked
package org.caucus.app.demo;

import org.jspecify.annotations.NullMarked;

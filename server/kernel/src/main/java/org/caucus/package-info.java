/**
 * The house. First level of packages, from the ground up; each knows only those above it in this
 * list:
 *
 * <ul>
 *   <li>{@code kernel}: ids, commands, events, refusals
 *   <li>{@code platform}: the store, the event log, jobs, collections, languages
 *   <li>{@code http}: the server, the contract, filters
 *   <li>{@code mail}: letters as bytes, SMTP, authentication, delivery reports; no workspace
 *   <li>{@code identity}: persons, sessions, passkeys
 *   <li>{@code coalition}: access, lists, trackers, updates, actions, moderation, mail commands
 *   <li>{@code workspace}: the state of one coalition, and where it changes
 *   <li>{@code messaging}: mail in, distribution, delivery, notifications
 *   <li>{@code views}: the stream, search, feeds, calendars, the inbox, webhooks, the audit view
 *   <li>{@code operator}: commands of operators, migration
 *   <li>{@code app}: settings and wiring, the demo
 * </ul>
 */
package org.caucus;

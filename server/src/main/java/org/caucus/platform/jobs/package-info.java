/**
 * What is to be done at a time: kept in the database with that time, and looked at by every node.
 *
 * <p>{@link org.caucus.platform.jobs.JobScheduler} looks again and again. It promises no more than
 * that somebody looks: anyone who is called does what is due so that it happens once, however many
 * nodes look and wherever they are killed, by a name that is the same on each of them. {@link
 * org.caucus.platform.jobs.JobSchedule} keeps when each of many things must be looked at. {@link
 * org.caucus.platform.jobs.FailedJobs} puts off what failed, so that it keeps nothing behind it
 * from its turn.
 */
@NullMarked
package org.caucus.platform.jobs;

import org.jspecify.annotations.NullMarked;

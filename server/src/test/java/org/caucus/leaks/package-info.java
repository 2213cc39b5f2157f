/** Leaks that happened to other systems, each tried here. */
package org.caucus.leaks;

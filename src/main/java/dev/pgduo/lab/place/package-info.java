/** The files of a lab: its directory, lock, state and ports, and the places of temporary labs. */
@NullMarked
package dev.pgduo.lab.place;

import org.jspecify.annotations.NullMarked;

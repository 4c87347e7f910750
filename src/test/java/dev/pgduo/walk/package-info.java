/** A random walk over the verbs of a lab, and the laws that must hold after each of its steps. */
@NullMarked
package dev.pgduo.walk;

import org.jspecify.annotations.NullMarked;

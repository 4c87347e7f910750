/** A lab before people: what they see of it, where it is, and the ways back. For {@code present} and {@code learn}. */
@org.jspecify.annotations.NullMarked
package dev.pgduo.shell.stage;

/** The two nodes together: opening a lab, bringing up its pair, changing roles, waits, and temporary labs. */
@NullMarked
package dev.pgduo.lab;

import org.jspecify.annotations.NullMarked;

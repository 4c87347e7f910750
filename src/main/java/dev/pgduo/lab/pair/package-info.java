/** The state of both nodes, running or not, and the verdict that all commands, the status bar and the advice use. */
@NullMarked
package dev.pgduo.lab.pair;

import org.jspecify.annotations.NullMarked;

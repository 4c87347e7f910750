/** What a person types at a node's operating-system prompt: recognised lab idioms, and a real shell for the rest. */
@NullMarked
package dev.pgduo.lab.os;

import org.jspecify.annotations.NullMarked;

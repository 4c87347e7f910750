/** psql's prompts: PROMPT1 to PROMPT3 with what their percent signs stand for. */
@NullMarked
package dev.pgduo.session.prompt;

import org.jspecify.annotations.NullMarked;

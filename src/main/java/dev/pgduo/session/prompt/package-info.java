/** psql's prompts: PROMPT1 to PROMPT3 with their percent sequences. */
@NullMarked
package dev.pgduo.session.prompt;

import org.jspecify.annotations.NullMarked;

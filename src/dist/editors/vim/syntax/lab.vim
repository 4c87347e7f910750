" Vim syntax file
" Language: labs of pgduo (docs/format.md)

if exists("b:current_syntax")
  finish
endif
let s:cpo = &cpo
set cpo&vim

syntax include @labYaml syntax/yaml.vim
unlet! b:current_syntax
syntax include @labSql syntax/sql.vim
unlet! b:current_syntax
syntax include @labShell syntax/sh.vim
unlet! b:current_syntax
syntax case match
syntax iskeyword clear

" Of two items that match at the same place, Vim takes the one that stands further down.

" Prose, headings, and what a session prints.
syntax match labOutput /^\s\+\S.*$/ contains=labBars,@labExpected
syntax match labOutput /^|.*$/ contains=labBars,@labExpected
syntax region labProse start=/^[^ \t|%]/ end=/\n\ze\%(\s*$\|%\|[^ \t].*\n\~\{3,}\s*$\|lab>\|\S*[>$#]\%(\s\|$\)\|\s*\%(|\+\s*\)\=\%(=[*!?]\=[>#]\|psql\>\)\)/ keepend contains=labReference,labQuoted
syntax match labQuoted /`[^`]\+`/ contained
syntax match labHeading /^[^ \t%~].*\n\~\{3,}\s*$/

syntax match labBars /^\s*\zs|\+\ze\%(\s\|$\)/ contained
syntax match labPattern /^.* (\%(re\|glob\))$/ contained contains=labBars,labReference
syntax match labAnyLines /^\s*\%(|\+\s*\)\=\.\.\.\s*$/ contained contains=labBars
syntax match labReference /%{\h\w*}/ contained
syntax match labEscape /%%{/ contained
syntax cluster labExpected contains=labPattern,labAnyLines,labReference,labEscape

" What is typed in a session: one line, a statement over several, the rows of a COPY.
syntax region labSql matchgroup=labPrompt start=/^\s*\%(|\+\s*\)\=[-'"(*$^=][*!?]\=[>#]\%(\s\|$\)\@=/ end=/$/ oneline keepend contains=@labSql,labReference,labEscape,labBackslash
syntax match labOutput /^\%( \{6,}\|\s*|\+ \{6,}\)->.*$/ contains=labBars,@labExpected
syntax region labStatement matchgroup=labPrompt start=/^\%(\s\+\%(|\+\s*\)\=\||\+\s*\)=[*!?]\=[>#]\%(\s\+[^\\ \t]\)\@=\%(.*\\\a\)\@!\%(.*;\s*\%(--.*\)\=$\)\@!/ end=/;\s*\%(--.*\)\=$/ end=/\\\a.*$/ end=/\n\ze\%(\s*$\|%\|[^ \t|]\|\%(\s\+\%(|\+\s*\)\=\||\+\s*\)[-'"(*$^][*!?]\=[>#]\%(\s\|$\)\)/ keepend contains=@labSql,labContinued,labReference,labEscape,labBackslash
syntax match labContinued /^\s*|\+/ contained
syntax match labBackslash /\\\%(\a\+\|[;?!.]\)/ contained
syntax match labRow /^\%(\s\+\%(|\+\s*\)\=\||\+\s*\)>>\%(\s.*\)\=$/
syntax region labOpen start=/^\%(\s\+\%(|\+\s*\)\=\||\+\s*\)psql\%(\s\+(\@!\|\s*$\)/ end=/$/ oneline keepend contains=labBars,labReference,labEscape

" A command in column 0 with what it prints, up to a blank line.
syntax region labBlock start=/^\%(\h[[:alnum:]_.-]*>\%(\s\|$\)\|\h[[:alnum:]_.-]*\$\s\+\S\|\$\s\+\S\|[[:alnum:]_.-]\+@\S\+[$#%>]\s\+\S\|\[[[:alnum:]_.-]\+@[^]]*\][$#%]\s\+\S\)/ end=/\n\ze\%(\s*$\|lab>\|\h[[:alnum:]_.-]*>\%(\s\|$\)\|\s*\%(|\+\s*\)\=\%(=[*!?]\=[>#]\%(\s\|$\)\|psql\s\)\)/ keepend contains=labCommand,labShell,labMore,labDirective,labPlain
syntax region labBlock start=/^\%(\k[[:alnum:]_.-]*\)\==[*!?]\=[>#]\%(\s\|$\)/ end=/\n\ze\%(\s*$\|lab>\|\h[[:alnum:]_.-]*>\%(\s\|$\)\|\%(\h[[:alnum:]_.-]*\)\==[*!?]\=[>#]\%(\s\|$\)\)/ keepend contains=labNamed,labDirective,labPlain
syntax match labPlain /^.*$/ contained contains=@labExpected
syntax region labShell matchgroup=labPrompt start=/^\%(\h[[:alnum:]_.-]*[>$]\|\$\|[[:alnum:]_.-]\+@\S\+[$#%>]\|\[[[:alnum:]_.-]\+@[^]]*\][$#%]\)\%(\s\|$\)\@=/ end=/$/ contained oneline keepend contains=@labShell,labReference,labEscape
syntax region labMore matchgroup=labPrompt start=/^>\%( \|$\)\@=/ end=/$/ contained oneline keepend contains=@labShell,labReference,labEscape
syntax region labCommand matchgroup=labPrompt start=/^lab>\%(\s\|$\)\@=/ end=/$/ contained oneline keepend contains=labName,labOption,labString,labReference,labEscape
syntax region labNamed matchgroup=labPrompt start=/^[[:alnum:]_.-]*[-'"(*$^=][*!?]\=[>#]\%(\s\|$\)\@=/ end=/$/ contained oneline keepend contains=@labSql,labReference,labEscape,labBackslash
syntax match labName /\%(^lab>\s\+\)\@<=\l\+/ contained
syntax match labOption /\s\zs--\=\a[[:alnum:]-]*/ contained
syntax region labString start=/"/ skip=/\\./ end=/"/ contained oneline
syntax region labString start=/'/ end=/'/ contained oneline

" Directives.
syntax match labUnknown /^%\S*/
syntax match labDirective /^%\%(if\|elif\)\%(\s.*\)\=$/ contains=labBranchWord,labOperator,labNumber
syntax match labDirective /^%\%(else\|end\|lang\)\%(\s.*\)\=$/ contains=labBranchWord
syntax match labDirective /^%\%(task\|hint\)\%(\s.*\)\=$/ contains=labDirectiveWord,labText
syntax match labDirective /^%note\%(\s.*\)\=$/ contains=labDirectiveWord,labNote
syntax match labDirective /^%\%(check\|wrong\)\%(\s.*\)\=$/ contains=labDirectiveWord,labOperator,labNumber,labReference
syntax match labDirective /^%\%(capture\|expect-error\|unordered\|ignore\|eventually\|no-catchup\|set\|include\)\%(\s.*\)\=$/ contains=labDirectiveWord,labReference
syntax match labBranchWord /^%\S*/ contained
syntax match labDirectiveWord /^%\S*/ contained
syntax match labText /\%(^%\S*\)\@<=\s.*$/ contained contains=labReference
syntax match labNote /\%(^%\S*\)\@<=\s.*$/ contained
syntax match labOperator /<=\|>=\|==\|!=\|=>\|->\|[<>=!~]\|\<\%(and\|or\|not\|in\|then\|within\)\>/ contained
syntax match labNumber /\<\d[0-9.]*\%(ms\|s\|min\|m\|h\)\=\>/ contained

syntax region labFrontMatter matchgroup=labRule start=/\%^---\s*$/ end=/^---\s*$/ keepend contains=@labYaml

" Blocks are short, but for tasks; a screen's beginning is found from some lines above.
syntax sync minlines=200

highlight default link labHeading Title
highlight default link labRule PreProc
highlight default link labQuoted Special
highlight default link labOutput Comment
highlight default link labPlain Comment
highlight default link labBars NonText
highlight default link labContinued NonText
highlight default link labPattern String
highlight default link labAnyLines Special
highlight default link labReference Identifier
highlight default link labEscape SpecialChar
highlight default link labPrompt Statement
highlight default link labBackslash Special
highlight default link labRow String
highlight default link labName Function
highlight default link labOption Type
highlight default link labString String
highlight default link labUnknown Error
highlight default link labBranchWord Conditional
highlight default link labDirectiveWord PreProc
highlight default link labText Todo
highlight default link labNote Comment
highlight default link labOperator Operator
highlight default link labNumber Number

let b:current_syntax = "lab"
let &cpo = s:cpo
unlet s:cpo

autocmd BufNewFile,BufRead *.lab setfiletype lab

/** Rows on a page of the portfolio's list and timeline. */
export const PAGE_SIZE = 50;

/** Cards of a column of the board before “show more”. */
export const COLUMN_SIZE = 12;

/** Items on a page of my work. */
export const WORK_PAGE = 50;

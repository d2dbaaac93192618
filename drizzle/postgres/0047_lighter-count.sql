-- PostgreSQL counts all scores of a statement at once, and has nothing to change here.
SELECT 1;

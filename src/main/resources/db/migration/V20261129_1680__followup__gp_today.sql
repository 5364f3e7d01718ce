-- The patient may have another GP by now than the one who referred (S22).
alter table case_ending add column gp_now text;

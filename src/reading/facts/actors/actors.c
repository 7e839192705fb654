/*
 * actors.c - one actor, and lists of them, read left to right over tokens.
 *
 * An actor is: quantifier, rank or post words, a body, and what narrows it
 * ("liên quan", "trên địa bàn tỉnh", a bracket). The body is the longest match
 * of the registry; failing that a generic word ("các cơ quan, đơn vị") or the name
 * after a head word ("Công ty ..."). A head with a colon opens a list whose
 * items may leave the kind out.
 */
#include "reading/facts/actors/actors.h"

#include "reading/facts/actors/names.h"
#include "reading/facts/text/phrase.h"

enum { ACTORS_MAX = 160 };

/* "Thủ trưởng", "Chủ tịch, các Phó Chủ tịch", "Giám đốc, Phó Giám đốc", with rank
 * words around. Returns the token after; fills post and rank. */
static uint32_t read_post(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	uint32_t first = 0, last = 0, n;
	bool any = false;

	for (;;) {
		uint32_t j = name_skip_quantifier(s, i, end);
		enum cue c = j < end ? cue_at(s, j, &n) : CUE_NONE;

		if (c == CUE_RANK) {
			if (scan_is(s, j, W_DAI))
				out->rank = RANK_REPRESENTATIVE;
			i = j + n;
			/* "Ông. Nguyễn Văn A" */
			i += scan_mark(s, i, '.') && n == 1;
		} else if (c == CUE_VERB && n == 2 && scan_is(s, j, W_LANH) &&
		           scan_is(s, j + 1, W_DAO_4)) {
			if (out->rank == RANK_NONE)
				out->rank = RANK_LEADER;
			i = j + n;
		} else if (c == CUE_POST) {
			if (!any)
				first = j;
			last = j + n;
			if (out->rank == RANK_NONE)
				out->rank = scan_is(s, j, W_PHO_DEPUTY) ? RANK_DEPUTY : RANK_HEAD;
			any = true;
			i = last;
		} else {
			break;
		}
		/* ", các Phó Chủ tịch": another post of the same body. */
		if (any && i < end && (scan_mark(s, i, ',') || scan_is(s, i, W_VA))) {
			uint32_t k = name_skip_quantifier(s, i + 1, end);

			if (k < end && cue_at(s, k, NULL) == CUE_POST)
				i = k;
			else
				break;
		}
	}
	if (any)
		out->post = scan_words(s, first, last);
	return i;
}

/* "Sở Tư pháp các tỉnh, thành phố", "Bộ phận một cửa các cấp", from "các" at i: of each of a group. The
 * token after; i when it is none. */
static uint32_t of_each(const scan *s, uint32_t i, uint32_t end, const actor *of)
{
	uint32_t to = name_places(s, i, end, of);
	hit h;

	if (to != i)
		return to;
	if (of->agency.n == 0 && says(s, i, S("các cấp")) != 0)
		return i + 2;
	return body_at(s, i, &h) && h.cls == BODY_GROUP && of->group.n == 0 ? i + h.ntok : i;
}

/* "xã", "quận", "tỉnh" at i: a kind of unit? */
static bool unit_unnamed(const scan *s, uint32_t i)
{
	return name_of_units(s, i) || scan_is(s, i, W_TINH_TINH) || scan_is(s, i, W_QUAN_4);
}

/* Is token i a mark behind which no name goes on? */
static bool mark_ends(const scan *s, uint32_t i)
{
	return scan_punct(s, i) && !scan_mark(s, i, ',') && !scan_mark(s, i, '-');
}

/* "liên quan", "thuộc UBND tỉnh", "trên địa bàn tỉnh", "tỉnh Lào Cai", a bracket. */
static uint32_t read_narrowing(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	for (;;) {
		uint32_t n;

		if (i >= end || (mark_ends(s, i) && !scan_mark(s, i, '(')))
			return i;
		if (cue_at(s, i, &n) == CUE_RELATED) {
			i = name_related(s, i + n, end);
		} else if ((n = name_of_unit(s, i, end)) != i) {
			i = n;
		} else if (scan_mark(s, i, ',') && i > 0 && unit_unnamed(s, i - 1) &&
		           name_other_unit(s, i + 1) != i + 1) {
			i = name_other_unit(s, i + 1);
		} else if (out->agency.n == 0 && name_dashed(s, i) != i) {
			i = name_dashed(s, i);
		} else if ((scan_mark(s, i, ',') || scan_is(s, i, W_VA)) && out->agency.n == 0 &&
		           name_next_class(s, i, end) != i) {
			i = name_next_class(s, i, end);
		} else if (scan_is(s, i, W_TREN) && out->agency.n == 0 && i + 1 < end &&
		           (cue_orders(cue_at(s, i + 1, NULL)) || scan_mark(s, i + 1, ':'))) {
			i++; /* "các tỉnh, thành phố trên rà soát" */
		} else if (scan_is(s, i, W_TU) ||
		           (scan_is(s, i, W_THEO) && out->agency.n == 0 && out->group.n == 0)) {
			/* "Tổ công tác theo Quyết định số 12/QĐ-TTg" */
			uint32_t to = scan_is(s, i, W_TU) ? name_stretch(s, i, end)
			                                  : name_deed(s, i, end);

			if (to == i)
				return i;
			i = to;
		} else if (scan_is(s, i, W_TAI) && out->agency.n == 0 &&
		           name_of_part(s, i + 1, end) > i + 1) {
			i = name_of_part(s, i + 1, end); /* "các đơn vị tại mục 2" */
		} else if (scan_is(s, i, W_CAC)) {
			n = of_each(s, i, end, out);
			if (n == i && out->post.n != 0) /* "Phó Trưởng phòng phụ trách các xã" */
				n = name_in_charge(s, i, end);
			if (n == i)
				return i;
			i = n;
		} else if ((scan_is(s, i, W_CUA) || scan_is(s, i, W_THUOC)) && i + 1 < end) {
			hit h;
			uint32_t j = name_skip_quantifier(s, i + 1, end);

			if (body_at(s, j, &h) && h.cls != BODY_ELIDED)
				i = j + h.ntok;
			else if (cue_at(s, j, &n) == CUE_RELATED)
				i = j + n;
			else if (cue_at(s, j, NULL) == CUE_HEAD && (scan_tok(s, j)->flags & TF_CAP))
				i = name_unknown(s, j, end);
			else
				return i;
		} else if (out->post.n != 0 && name_in_charge(s, i, end) != i) {
			i = name_in_charge(s, i, end);
		} else if (name_bracket(s, i, end, &out->note) != i) {
			i = name_bracket(s, i, end, &out->note);
		} else {
			return i;
		}
	}
}

/* Past a known body and what tells which of them it is. */
static uint32_t past_body(const scan *s, const hit *best, bool many, uint32_t end, actor *out)
{
	hit h;
	uint32_t after = best->tok + best->ntok, longer;

	/* most end at a mark or before an order */
	if (mark_ends(s, after) ||
	    (!(scan_tok(s, after)->flags & TF_CAP) && cue_orders(cue_at(s, after, NULL))))
		return after;
	longer = out->agency.n != 0 ? name_longer(s, best->tok, after, end) : after;
	if (longer != after) {
		if (!scan_is(s, after, W_VA) || says(s, best->tok, S("ban quản lý")) == 0)
			out->agency = (slice){NULL, 0}; /* else the same board's whole name */
		return longer;
	}
	/* "Sở Tài chính" of a longer unknown name ("Trường Chính trị ...") cannot be
	 * told here; a unit name followed by more capitals is another place. */
	if (name_branch(s, after, end) != after)
		return name_branch(s, after, end);
	/* "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 5" */
	if (scan_mark(s, after, '-') && says(s, after + 1, S("chi nhánh")) != 0 &&
	    name_branch(s, after + 1, end) > after + 3)
		return name_branch(s, after + 1, end);
	if (out->group.n != 0)
		after = name_unit_too(s, name_dashed(s, after), end);
	/* "... tỉnh" of the registry's own province, then another one's name. */
	if (scan_is(s, after - 1, W_TINH_TINH) && after < end)
		after = name_capitals(s, after, end, out->post.n != 0 ? 5 : 3);
	/* "Ban QLDA Mỹ Thuận", "các phường, xã, đặc khu Côn Đảo": which of them. */
	else if (after < end &&
	         (out->agency.n != 0 || (!many && scan_next(s, best->tok, after, W_CAC) == after) ||
	          (scan_is(s, after - 1, W_KHU) && scan_is(s, after - 2, W_DAC_4)) ||
	          says(s, after - 2, S("thành phố")) != 0) &&
	         name_which(s, after) && (!body_at(s, after, &h) || h.cls == BODY_ELIDED))
		after = name_capitals(s, after, end, 4);
	return name_board(s, best->tok, after, end);
}

/* "khoa Dược bố trí", "giao cho phòng Quản trị": does a name stand at i, behind a head in small letters? Not behind
 * a season ("vụ Đông"). */
static bool named_lower(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & (TF_CAP | TF_ROMAN)) == TF_CAP &&
	       !scan_is(s, i - 1, W_VU_4);
}

/* The body itself at i. Returns the token after, i when there is none. */
static uint32_t read_body(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	uint32_t j = name_skip_quantifier(s, i, end), n = 0;
	bool many = j > i;
	hit best = {0}, h;
	enum cue c;

	if (body_at(s, i, &h) && h.cls != BODY_ELIDED)
		best = h;
	if (j != i && body_at(s, j, &h) && h.cls != BODY_ELIDED &&
	    h.tok + h.ntok > best.tok + best.ntok)
		best = h;
	c = j < end ? cue_at(s, j, &n) : CUE_NONE;
	if (many) {
		uint32_t m;

		/* "các tổ chức": the verb is a noun here */
		if (cue_at(s, j - 1, &m) == CUE_GENERIC && j - 1 + m >= j + n + (c != CUE_VERB))
			c = CUE_GENERIC, n = m - 1;
	}
	if (name_of_room(s, j))
		c = CUE_HEAD, n = 1;
	/* "các phường Kỳ Lừa, Đông Kinh": the head of a list, not the first of it */
	if (many && scan_is(s, j - 1, W_CAC) && best.tok == j && best.cls != BODY_GROUP &&
	    best.ntok > 1 && name_of_units(s, j))
		return j + 1;
	if (best.ntok != 0 && best.tok + best.ntok <= end &&
	    !(c == CUE_GENERIC && j + n > best.tok + best.ntok)) {
		name_take(s, &best, out);
		return past_body(s, &best, many, end, out);
	}
	/* "Cơ quan Ủy ban Kiểm tra Đảng ủy": the office of a committee, by its own name. */
	if (c == CUE_GENERIC && !many && n == 2 && scan_is(s, j, W_CO) && j + n < end &&
	    (scan_tok(s, j)->flags & TF_CAP) && (scan_tok(s, j + n)->flags & TF_CAP) &&
	    cue_at(s, j + n, NULL) == CUE_HEAD)
		return name_unknown(s, j + n, end);
	/* "cơ quan thường trực của ...": an apposition, nobody new. */
	if (c == CUE_GENERIC && !many && n == 2 && scan_is(s, j, W_CO) && j + n < end &&
	    scan_tok(s, j + n)->kind == TOK_WORD && !name_stops(cue_at(s, j + n, NULL)))
		return i;
	if (c == CUE_GENERIC && j + n <= end) {
		/* "các thôn xóm", "các đơn vị trường học" */
		for (uint32_t m; many && cue_at(s, j + n, &m) == CUE_GENERIC && j + n + m <= end;)
			n += m;
		return name_generic(s, j, j + n, end, many);
	}
	/* ", đảng ủy trực thuộc Tỉnh ủy": such bodies, told apart by what follows */
	if (c == CUE_HEAD && !many && !(scan_tok(s, j)->flags & TF_CAP) &&
	    cue_at(s, j + n, NULL) == CUE_RELATED)
		return j + n;
	if (c != CUE_HEAD || (!(scan_tok(s, j)->flags & TF_CAP) && !many && !named_lower(s, j + n)))
		return i;
	return name_unknown(s, j, end);
}

/* That person, with all posts. The token after. */
static uint32_t read_person(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	enum { NAMES = 6, POSTS = 4 };
	uint32_t k = name_capitals(s, i, end, NAMES);

	out->name = scan_words(s, i, k);
	for (int n = 0; n < POSTS && k + 1 < end && cue_at(s, k + 1, NULL) == CUE_POST &&
	                (scan_mark(s, k, '-') || scan_mark(s, k, ','));
	     n++) {
		uint32_t post = read_post(s, k + 1, end, out);

		k = read_body(s, post, end, out);
		if (k == post && cue_at(s, post - 1, NULL) == CUE_HEAD)
			k = name_unknown(s, post - 1, end);
	}
	k = read_narrowing(s, k, end, out);
	out->at = tokens_span(&s->tk, i, k);
	out->text = slice_at(s->tk.text, out->at);
	return k;
}

/* One actor at i. Returns the token after, i when nobody is named. */
static uint32_t read_actor(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	uint32_t j, k;

	*out = (actor){0};
	j = read_post(s, i, end, out);
	k = read_body(s, name_of_office(s, i, j) ? j - 2 : j, end, out);
	if (k == i && name_person(s, i, end))
		return read_person(s, i, end, out);
	if (k == j && j > i) {
		uint32_t name = name_capitals(s, j, end, 6);

		/* "đồng chí Nguyễn Văn A": a person and no body. */
		if (name - j >= 2 && !(cue_at(s, j - 1, NULL) == CUE_HEAD && name_plain(s, name) &&
		                       !doing_at(s, name))) {
			out->name = scan_words(s, j, name);
			k = name;
			/* "đồng chí Nguyễn Văn A - Phó Giám đốc Sở": the post is the same person's. */
			if ((scan_mark(s, k, '-') || scan_mark(s, k, ',')) && k + 1 < end &&
			    cue_at(s, k + 1, NULL) == CUE_POST) {
				uint32_t post = read_post(s, k + 1, end, out);

				k = read_body(s, post, end, out);
				if (k == post && cue_at(s, post - 1, NULL) == CUE_HEAD)
					k = name_unknown(s, post - 1, end);
			}
		} else if (name > j && cue_at(s, j - 1, NULL) == CUE_HEAD) {
			/* "Trưởng khoa Hồi sức tích cực": the post's own word heads the name. */
			k = name_unknown(s, j - 1, end);
		}
	}
	/* "các ông (bà) có tên tại Điều 1": persons told apart by a clause. */
	if (k == j && out->post.n == 0 && !(j > i && cue_at(s, j, NULL) == CUE_RELATED))
		return i;
	k = read_narrowing(s, k, end, out);
	/* "(cơ quan thường trực)", "(trừ xã A)" is a note on the body, not its name. */
	j = out->note.n != 0 ? name_before_note(s, i, k, out) : k;
	if (j < k && out->agency.n == 0 && out->group.n == 0 && name_things_in(s, j + 1))
		j = k;
	/* "Phòng Giá của Sở": whose, the letter tells */
	if (j > i + 3 && scan_is(s, j - 2, W_CUA) && out->agency.n == 0 && out->group.n == 0 &&
	    (scan_is(s, j - 1, W_SO_2) || cue_at(s, j - 1, NULL) == CUE_HEAD))
		j -= 2;
	out->at = tokens_span(&s->tk, i, j);
	out->text = slice_at(s->tk.text, out->at);
	k = name_exception(s, k, end, out);
	return name_apposition(s, k, end) ? name_unknown(s, k + 1, end) : k;
}

/* "Các sở, ban, ngành: Xây dựng kế hoạch": is [i, k) a verb, though a body is called so? */
static bool begins_order(const scan *s, uint32_t i, uint32_t k, uint32_t end)
{
	enum cue c = cue_at(s, k, NULL);

	return cue_at(s, i, NULL) == CUE_VERB && k < end && scan_tok(s, k)->kind == TOK_WORD &&
	       !scan_is(s, k, W_VA) && (c == CUE_NONE || c == CUE_DELIVERABLE || c == CUE_NOUN);
}

/* The items after "các sở, ngành:". Returns the token after the last. */
static uint32_t read_list(const scan *s, uint32_t head, uint32_t i, uint32_t end, actors *out)
{
	uint32_t head_end = scan_mark(s, i - 1, ':') ? i - 1 : i;
	uint16_t kind = elided_kind(s, head, head_end);
	actor lead = {0};
	uint32_t done = i, first = out->n, first_end = i;
	bool unknown = false;

	(void)read_post(s, head, head_end, &lead);
	for (uint32_t j = i; j < end;) {
		actor a = {0};
		uint32_t k;

		if (cue_at(s, name_skip_quantifier(s, j, end), NULL) == CUE_POST)
			break;
		k = elided_read(s, j, end, kind, j == i, &a);
		if (k == j || (j == i && begins_order(s, j, k, end)))
			break;
		k = read_narrowing(s, k, end, &a);
		if (j > i && k < end && scan_mark(s, k, ':') &&
		    (a.group.n != 0 || cue_at(s, j, NULL) == CUE_HEAD))
			break; /* "các Sở: A, B; UBND các huyện: C, D": the next list */
		a.post = lead.post;
		a.rank = lead.rank;
		a.at = tokens_span(&s->tk, j, a.note.n != 0 ? name_before_note(s, j, k, &a) : k);
		a.text = slice_at(s->tk.text, a.at);
		*VEC_PUSH(s->a, out) = a;
		unknown |= a.agency.n == 0 && a.group.n == 0 && k > j + 1;
		if (out->n == first + 1)
			first_end = k;
		done = j = k;
		if (!name_separator(s, &j, end))
			break;
	}
	/* "UBND các xã: Cà Ná, ...": of whom no registry knows the words must tell what it is. */
	if (unknown) {
		out->p[first].at = tokens_span(&s->tk, head, first_end);
		out->p[first].text = slice_at(s->tk.text, out->p[first].at);
	}
	return done;
}

/* Does a list of names follow the head [i, k): after a colon ("các sở, ngành: Tài
 * chính, ..."), or at once ("UBND các xã Thiện Hòa, Bình Gia")? */
static bool opens_list(const scan *s, uint32_t i, uint32_t k, uint32_t end)
{
	hit h;
	uint16_t kind = k > i ? scan_tok(s, k - 1)->word : 0;

	k = name_colon(s, k);
	if (k + 1 >= end)
		return false;
	if (scan_mark(s, k, ':'))
		return (scan_tok(s, k + 1)->flags & TF_CAP) || scan_is(s, k + 1, W_CAC) ||
		       (kind == W_QUAN_4 && scan_tok(s, k + 1)->kind == TOK_NUM);
	return elided_commune(kind) && k > i + 1 && scan_is(s, k - 2, W_CAC) &&
	       (scan_tok(s, k)->flags & TF_CAP) &&
	       (lexicon_longest_after(s->rd->lex, kind, &s->tk, k, LAYER_BODY, &h) ||
	        scan_mark(s, name_capitals(s, k, end, 3), ','));
}

uint32_t actors_at(const scan *s, uint32_t i, uint32_t end, bool open_end, actors *out)
{
	uint32_t done = i, first = out->n;

	if (!open_end && name_nobody(s, i))
		return i;
	/* Whoever reads lists at many places of a text pays for each once more: a bound
	 * keeps that linear. No letter names so many. */
	for (uint32_t j = i, k, before = i; j < end && out->n - first < ACTORS_MAX;) {
		actor a;

		k = read_actor(s, j, end, &a);
		if (k == j && out->n > first)
			k = elided_next(s, j, end, before, &out->p[out->n - 1], &a);
		else
			before = j;
		if (k == j && out->n > first && (k = name_abbreviated(s, j, end)) != j) {
			a.at = tokens_span(&s->tk, j, k);
			a.text = slice_at(s->tk.text, a.at);
			/* "Trung tâm Dịch vụ, HTSV&QHDN": what one body does */
			if (slice_has(a.text, S("&")) && out->p[out->n - 1].agency.n == 0) {
				name_reaches(s, out, k);
				done = k;
				break;
			}
		}
		if (k == j && open_end && scan_tok(s, j)->kind == TOK_WORD) {
			k = name_unknown(s, j, end);
			if (k != j) {
				k = read_narrowing(s, k, end, &a);
				a.at = tokens_span(&s->tk, j, name_before_note(s, j, k, &a));
				a.text = slice_at(s->tk.text, a.at);
			}
		}
		if (k == j)
			break;
		if (open_end && a.agency.n == 0 && a.post.n == 0 && out->n > first &&
		    elided_place_of(s, j, &out->p[out->n - 1])) {
			name_reaches(s, out, k);
			done = j = k;
			if (!name_separator(s, &j, end))
				break;
			continue;
		}
		if (opens_list(s, j, k, end)) {
			uint32_t items = name_colon(s, k) + scan_mark(s, name_colon(s, k), ':');
			uint32_t after = read_list(s, j, items, end, out);

			if (after > items) {
				done = j = after;
				if (!name_separator(s, &j, end))
					break;
				continue;
			}
		}
		*VEC_PUSH(s->a, out) = a;
		done = j = k;
		if (!name_separator(s, &j, end))
			break;
	}
	return done;
}

uint32_t actors_person(const scan *s, uint32_t i, uint32_t end, actors *out)
{
	static const slice addresses[] = {S("anh"), S("chị"), S("cô"), S("thầy")};
	SAYINGS(addresses);
	actor a = {0};
	uint32_t n = says_any(s, i, &said_addresses, NULL), k;

	if (n == 0 || i + n >= end || !(scan_tok(s, i + n)->flags & TF_CAP))
		return i;
	k = read_person(s, i + n, end, &a);
	a.at = tokens_span(&s->tk, i, i + n);
	*VEC_PUSH(s->a, out) = a;
	return name_reaches(s, out, k), k;
}

void actors_line(const scan *s, uint32_t i, uint32_t end, bool whole, actors *out)
{
	uint32_t first = out->n;
	uint32_t done = actors_at(s, i, end, true, out);

	if (out->n == first || done == i) {
		actor a = {.at = tokens_span(&s->tk, i, end)};

		a.text = slice_at(s->tk.text, a.at);
		*VEC_PUSH(s->a, out) = a;
		return;
	}
	if (whole) {
		out->p[first].at = tokens_span(&s->tk, i, end);
		out->p[first].text = slice_at(s->tk.text, out->p[first].at);
	}
}

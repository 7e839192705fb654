/*
 * names.h - how the name of a body goes on and where it ends, for whoever reads one.
 */
#ifndef DONDOC_READING_NAMES_H
#define DONDOC_READING_NAMES_H

#include "reading/facts/actors/actors.h"
#include "reading/facts/text/order.h"

/* name_skip_quantifier() - past "các", "một số", "toàn thể", "65". Mostly one look-up: may the
 * word or figure be stepped over at all? name_past_quantifier() is its second half. */
extern const bool name_quantifies[];
uint32_t name_past_quantifier(const scan *s, uint32_t i, uint32_t end);
static inline uint32_t name_skip_quantifier(const scan *s, uint32_t i, uint32_t end)
{
	uint16_t word = scan_word(s, i);

	return i < end && word < W_COUNT && name_quantifies[word] ? name_past_quantifier(s, i, end)
	                                                          : i;
}

/* word_counts() - "hai", "mười": does the word count, other than one? */
bool word_counts(uint16_t word);

/* name_count() - past the number in words at i before those it counts ("Hai đơn vị", "Mười một trưởng
 * thôn"); i when none stands there. */
uint32_t name_count(const scan *s, uint32_t i, uint32_t end);

/* name_nobody() - can nobody be named from token i on? read_actor() would find out at thirty times the
 * cost, and is asked at every verb. */
bool name_nobody(const scan *s, uint32_t i);

/* name_capitals() - past at most `max` capitalised words: a person's or place's name. */
uint32_t name_capitals(const scan *s, uint32_t i, uint32_t end, uint32_t max);

/* name_stops() - does a word of this class end a body's name? */
bool name_stops(enum cue c);

/* name_unknown() - past the words of a body that no registry knows, from its head word
 * on: until a mark, or a lower-case word with which an order goes on. */
uint32_t name_unknown(const scan *s, uint32_t i, uint32_t end);

/* name_longer() - "Trung tâm Thông tin - Hội nghị": the name of a known body [i, j) that is
 * only the beginning of another's. The token after that; j when it is no more. */
uint32_t name_longer(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* name_reaches() - the words of the last of the list go on to the one before token `to`. */
void name_reaches(const scan *s, actors *list, uint32_t to);

/* name_joins() - may a name of a group go on with the word? */
bool name_joins(uint16_t word);

/* name_unit() - past "thị xã" at i before a unit's own name; i when it does not stand there. */
uint32_t name_unit(const scan *s, uint32_t i);

/* name_next_class() - "Các bệnh viện hạng I, hạng II", "các xã khu vực 1, khu vực 2": past one more
 * class of the same word behind the mark at i; i when none follows. */
uint32_t name_next_class(const scan *s, uint32_t i, uint32_t end);

/* name_numbered() - "Tổ dân phố 11": does the number stand at i of one of a kind told apart so? */
bool name_numbered(const scan *s, uint32_t i);

/* name_exception() - ", trừ Sở Ngoại vụ," behind a group at i: its words into `out`'s note, as those
 * of a bracket. The token after; i when nobody is excepted. */
uint32_t name_exception(const scan *s, uint32_t i, uint32_t end, actor *out);

/* name_person() - "1. Nguyễn Văn A - Phó Chủ tịch UBND xã": does an item begin with a person by name
 * alone, whose post follows? */
bool name_person(const scan *s, uint32_t i, uint32_t end);

/* name_series() - "Trung tâm Xúc tiến đầu tư, thương mại và du lịch làm đầu mối", "Đội Quản lý trật
 * tự, cảnh quan đô thị bố trí": the name that began at i goes on behind the comma at j with what
 * else it looks after, up to its order. The token after; j when it does not. */
uint32_t name_series(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* name_abbreviated() - "Trưởng thôn, HTXDVNN xã, các hội": at i one more of a list by letters that no registry
 * knows, perhaps with its unit. The token after; i when none stands there. */
uint32_t name_abbreviated(const scan *s, uint32_t i, uint32_t end);

/* name_projects() - "Ban QLDA", "Ban Quản lý dự án" at token i: how many tokens that is. */
uint32_t name_projects(const scan *s, uint32_t i);

/* name_board() - "Ban QLDA 2", "Ban QLDA Đường sắt hoàn thiện": past the number or the second word
 * that tells which of such boards [i, j) is; j when none does. */
uint32_t name_board(const scan *s, uint32_t i, uint32_t j, uint32_t end);

/* name_which_in() - do the words of a bracket at i tell which of many it is ("(Kỳ Lừa, Đông Kinh)"),
 * rather than whose ("Phòng Bồi thường (Sở Xây dựng)")? */
bool name_which_in(const scan *s, uint32_t i);

/* name_things_in() - "các chủ công trình ngầm (điện, nước, cáp)": are the words of a bracket at i things, which tell
 * the one before it apart, rather than a note on it? */
bool name_things_in(const scan *s, uint32_t i);

/* name_before_note() - the token with which the words of `of`, tokens [i, k), end: before a last bracket
 * that only says something of it ("(trừ xã A)", "(danh sách kèm theo)"); k when there is none. */
uint32_t name_before_note(const scan *s, uint32_t i, uint32_t k, const actor *of);

/* name_colon() - the colon behind "gồm" at i ("các địa phương gồm: A, B"); i when none. */
uint32_t name_colon(const scan *s, uint32_t i);

/* name_must() - is "phải" at j, with an order behind it, what the bodies told apart by the words
 * from token i on must do ("các đơn vị khai thác cát phải khắc phục")? */
bool name_must(const scan *s, uint32_t i, uint32_t j);

/* name_to_must() - the same "phải", a bounded way behind token i; i when there is none. */
uint32_t name_to_must(const scan *s, uint32_t i, uint32_t end);

/* name_which() - may the capital words at i be which of a body's namesakes it is? */
bool name_which(const scan *s, uint32_t i);

/* name_of_part() - "khoản 1 Điều này", "điểm a, c mục Hai", 'cột "Đơn vị"': past the part of a paper at i;
 * i when it is none. */
uint32_t name_of_part(const scan *s, uint32_t i, uint32_t end);

/* name_related() - after "liên quan", "thành phố", "trực thuộc": to what, which, of whom. */
uint32_t name_related(const scan *s, uint32_t i, uint32_t end);

/* name_stretch() - "từ Quảng Ninh đến Lâm Đồng" behind "các tỉnh". */
uint32_t name_stretch(const scan *s, uint32_t i, uint32_t end);

/* name_places() - "các tỉnh: Lào Cai, Cao Bằng" behind the body `of`, which each has. */
uint32_t name_places(const scan *s, uint32_t i, uint32_t end, const actor *of);

/* name_in_charge() - past "phụ trách lĩnh vực nông nghiệp, môi trường" at i, which tells one
 * post from another, with the order behind it; i when it does not stand there. */
uint32_t name_in_charge(const scan *s, uint32_t i, uint32_t end);

/* name_of_room() - "Phòng Học sinh, sinh viên": two capitals are a name's, where "phòng học" is a
 * thing. */
bool name_of_room(const scan *s, uint32_t i);

/* name_head() - the tokens of the word at i that heads a body's name; 0 when none does. */
uint32_t name_head(const scan *s, uint32_t i);

/* name_head_open() - "Ban xây dựng Đảng": may a name go on with a lower-case verb after the head of
 * `head` tokens at i? Others ("Ban Chỉ đạo", "Sở") are names by themselves. */
bool name_head_open(const scan *s, uint32_t i, uint32_t head);

/* name_head_whole() - "Hiệp hội tổng hợp": may the head at i be a body by itself, so that a verb behind
 * it orders? */
bool name_head_whole(const scan *s, uint32_t i);

/* name_ends_with_place() - "UBND phường An Thạnh phát thư", "Trung tâm Phát triển quỹ đất thị xã in",
 * of a company also "Công ty Cấp nước Huế súc xả", "Phòng Đào tạo Sở Nội vụ chiêu sinh": does whose
 * it is that began at i, or where, end before the plain word at j? */
bool name_ends_with_place(const scan *s, uint32_t i, uint32_t j, bool company);

/* name_of_field() - "Viện Kinh tế xây dựng công bố": is the verb at j what the body at i is named
 * after, with its order right behind? */
bool name_of_field(const scan *s, uint32_t i, uint32_t head, uint32_t j);

/* name_field() - is the word at j one after which bodies are named, though it may order too? */
bool name_field(const scan *s, uint32_t j);

/* name_plain() - may a name go on with the token at k, in plain words? */
bool name_plain(const scan *s, uint32_t k);

/* name_and_plain() - "Phòng Quản lý bến bãi và kiểm soát tải trọng lập": past the plain words
 * behind the "và" at j up to the order or a mark; j when they are no name's. */
uint32_t name_and_plain(const scan *s, uint32_t i, uint32_t head, uint32_t j, uint32_t end);

/* name_take() - who the body h of the registry is. */
void name_take(const scan *s, const hit *h, actor *out);

/* elided_kind() - what the items of a list lack: the kind word of its head, tokens [i, colon). */
uint16_t elided_kind(const scan *s, uint32_t i, uint32_t colon);

/* elided_commune() - is the kind that of communes? */
bool elided_commune(uint16_t kind);

/* elided_province() - is the body h a province or a city of its rank? */
bool elided_province(const scan *s, const hit *h);

/* elided_place_of() - "Chi nhánh Luyện đồng, Lào Cai - Vimico": does a province's name at i say where
 * the unknown body `of` is, rather than who is next? */
bool elided_place_of(const scan *s, uint32_t i, const actor *of);

/* elided_read() - one item at i of a list whose head gave the kind. Returns the token after. */
uint32_t elided_read(const scan *s, uint32_t i, uint32_t end, uint16_t kind, bool first,
                     actor *out);

/* elided_next() - "Sở Tài chính, Xây dựng phối hợp": at i one more of the kind of the body at token
 * `before`, or of the places `of`, by its name alone. The token after; i when none stands there. */
uint32_t elided_next(const scan *s, uint32_t i, uint32_t end, uint32_t before, const actor *of,
                     actor *out);

/* name_separator() - past ",", ";", "và", "cùng", "&", "/" at *i: true when one stood there. */
bool name_separator(const scan *s, uint32_t *i, uint32_t end);

/* name_of_office() - "Chánh Văn phòng UBND tỉnh", its post in tokens [i, j): do the post's last
 * words begin the name of a known body? */
bool name_of_office(const scan *s, uint32_t i, uint32_t j);

/* name_branch() - "chi nhánh tỉnh", "khu vực X": which part of a body. */
uint32_t name_branch(const scan *s, uint32_t i, uint32_t end);

/* name_deed() - "theo Quyết định số 12/QĐ-TTg" behind who was set up by it. */
uint32_t name_deed(const scan *s, uint32_t i, uint32_t end);

/* name_dashed() - "các sở - ban - ngành": past what is joined by dashes to a group that ends before i. */
uint32_t name_dashed(const scan *s, uint32_t i);

/* name_other_unit() - "Phòng Y tế huyện, thành phố": past a further kind of unit at i that is not named; i when
 * none stands there. */
uint32_t name_other_unit(const scan *s, uint32_t i);

/* name_unit_too() - ", thành phố Thủ Đức" behind a group of units. */
uint32_t name_unit_too(const scan *s, uint32_t i, uint32_t end);

/* name_apposition() - "- Cơ quan Thường trực ...": what the body is besides, no other. */
bool name_apposition(const scan *s, uint32_t i, uint32_t end);

/* name_bracket() - past a bracket at i, its words into *ret_note; i when none stands there. */
uint32_t name_bracket(const scan *s, uint32_t i, uint32_t end, slice *ret_note);

/* name_of_units() - "xã", "phường", "huyện" at i: may head a list of units. */
bool name_of_units(const scan *s, uint32_t i);

/* name_generic() - a generic word [i, after), `many` of them: past its name, or what tells it
 * apart. */
uint32_t name_generic(const scan *s, uint32_t i, uint32_t after, uint32_t end, bool many);

/* name_clause() - past plain words until a mark or a word with which an order goes on. */
uint32_t name_clause(const scan *s, uint32_t i, uint32_t end);

/* name_goes_on() - "... và phòng, chống thiên tai, tìm kiếm cứu nạn tỉnh", or a bracket that only
 * shortens the words before it: past what belongs to a name at j; j when none of it stands there. */
uint32_t name_goes_on(const scan *s, uint32_t j, uint32_t end);

/* name_of_unit() - "tỉnh Lào Cai", "xã", "đặc khu": of which unit, or of that of
 * the letter. The token behind it, i when none is named. */
uint32_t name_of_unit(const scan *s, uint32_t i, uint32_t end);

#endif

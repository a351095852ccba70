// date-fns
import { addBusinessDays, differenceInCalendarDays, format, formatDistance, intervalToDuration, isValid, parse, parseISO, startOfWeek } from 'date-fns';
import { de } from 'date-fns/locale';

export const handler = async (event) => {
  const placed = parseISO(event.placed);
  const due = addBusinessDays(placed, 10);
  console.log('placed %s, due %s', format(placed, 'yyyy-MM-dd HH:mm'), format(due, "EEEE, do 'of' MMMM yyyy"));
  console.log(format(due, 'PPPP', { locale: de }), formatDistance(placed, due, { locale: de }));
  return {
    days: differenceInCalendarDays(due, placed),
    week: startOfWeek(placed, { weekStartsOn: 1 }),
    duration: intervalToDuration({ start: placed, end: due }),
    parsed: parse('02/11/2024', 'MM/dd/yyyy', new Date(0)).toISOString(),
    invalid: isValid(parse('2024-02-31', 'yyyy-MM-dd', new Date(0))),
  };
};

const paths = {
  back: 'm15 5-7 7 7 7',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17.500v.010',
  phone:
    'M6 3.500h3l1.700 4.500-2.200 1.700a12 12 0 0 0 5.800 5.800l1.700-2.200 4.500 1.700v3a2 2 0 0 1-2.200 2A16.500 16.500 0 0 1 4 5.700a2 2 0 0 1 2-2.200z',
} as const

export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

export const CallLink = ({ phone, children }: { phone: string; children: string }) => (
  <a className="tel" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
    <Icon name="phone" />
    {children}
  </a>
)
